"use strict";
(() => {
  const form = document.getElementById("filter");
  const status = document.getElementById("shown");
  const groups = [...document.querySelectorAll("#findings details.rule")].map((node) => ({
    node,
    open: node.open,
    tally: node.querySelector(".tally b"),
    total: node.querySelector(".tally b").textContent,
    items: [...node.querySelectorAll(".finding")].map((item) => ({ item, text: "" })),
  }));
  const number = groups.reduce((sum, group) => sum + group.items.length, 0);

  const matches = ({ item, text }, words, chosen) =>
    (!chosen.severity || item.dataset.s === chosen.severity) &&
    (!chosen.status || item.dataset.t === chosen.status) &&
    (!chosen.organisation || item.dataset.o.split(" ").includes(chosen.organisation)) &&
    words.every((word) => text.includes(word));

  const filter = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const words = chosen.search.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length || chosen.severity || chosen.status || chosen.organisation;
    let shown = 0;
    for (const group of groups) {
      let found = 0;
      for (const entry of group.items) {
        if (words.length && !entry.text) {
          entry.text = `${group.node.id} ${entry.item.textContent}`.toLowerCase();
        }
        const match = matches(entry, words, chosen);
        entry.item.hidden = !match;
        found += match;
      }
      group.node.hidden = !found;
      group.node.open = active ? found > 0 : group.open;
      group.tally.textContent = active ? `${found} of ${group.total}` : group.total;
      shown += found;
    }
    status.textContent = active ? `${shown} of ${number} listed findings shown` : "";
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const group = target && target.closest("details");
    if (group) {
      group.open = true;
      target.scrollIntoView();
    }
  };

  if (form && number) {
    let waiting = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    form.addEventListener("reset", () => setTimeout(filter));
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const node of document.querySelectorAll("details:not([hidden])")) node.open = true;
  });
  reveal();
})();
