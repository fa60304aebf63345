// Load the page anew as soon as the server has another one; where nobody answers, ask again later.
(() => {
  const stamp = document.querySelector("meta[name=estate-stamp]").content;
  const ask = async () => {
    try {
      const answer = await fetch("/stamp", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== stamp) return location.reload();
    } catch {
      // The server is not there, or not yet again.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
})();
