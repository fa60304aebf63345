"use strict";
(() => {
  const stage = document.getElementById("stage");
  const tools = document.getElementById("tools");
  const told = document.getElementById("told");
  const svg = stage.querySelector("svg");
  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...all };
  const things = [...svg.querySelectorAll("[data-n]")];
  const arrows = [...svg.querySelectorAll("[data-s]")];

  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const scale = () => Math.max(view.width / stage.clientWidth, view.height / stage.clientHeight);

  const zoom = (factor, x = view.x + view.width / 2, y = view.y + view.height / 2) => {
    const width = Math.min(Math.max(view.width * factor, 120), all.width * 2);
    const by = width / view.width;
    view = {
      x: x - (x - view.x) * by, y: y - (y - view.y) * by, width, height: view.height * by,
    };
    show();
  };
  const move = (across, down) => {
    view.x += across * scale();
    view.y += down * scale();
    show();
  };
  const showAll = () => {
    view = { ...all };
    show();
  };

  const start = () => {
    // What is much taller than the stage begins at its top, as wide as that.
    const height = (all.width * stage.clientHeight) / stage.clientWidth;
    view = { ...all, height: Math.min(all.height, height) };
    show();
  };

  const at = (event) => {
    const box = stage.getBoundingClientRect();
    const by = scale();
    return [
      view.x + view.width / 2 + (event.clientX - box.left - box.width / 2) * by,
      view.y + view.height / 2 + (event.clientY - box.top - box.height / 2) * by,
    ];
  };

  const together = () => {
    stage.classList.remove("apart");
    for (const node of svg.querySelectorAll(".near")) node.classList.remove("near");
  };
  const apart = (number) => {
    together();
    const near = new Set([number]);
    for (const arrow of arrows) {
      const { s, t } = arrow.dataset;
      if (s === number || t === number) {
        arrow.classList.add("near");
        near.add(s).add(t);
      }
    }
    for (const thing of things) thing.classList.toggle("near", near.has(thing.dataset.n));
    stage.classList.add("apart");
  };

  const lookAt = (number) => {
    const thing = things.find((each) => each.dataset.n === number);
    const box = thing.getBBox();
    const outer = thing.parentNode.transform.baseVal.consolidate().matrix;
    const x = box.x + box.width / 2 + outer.e;
    const y = box.y + box.height / 2 + outer.f;
    const width = Math.min(1100, all.width);
    const height = (width * stage.clientHeight) / stage.clientWidth;
    view = { x: x - width / 2, y: y - height / 2, width, height };
    show();
    apart(number);
  };

  const called = (thing) => thing.querySelector("title").textContent;
  const find = (words) => {
    const sought = words.trim().toLowerCase();
    const found = sought
      ? things.filter((thing) => called(thing).toLowerCase().includes(sought))
      : [];
    if (!sought) {
      together();
      showAll();
    }
    if (found.length) lookAt(found[0].dataset.n);
    told.textContent = sought
      ? found.length
        ? `${called(found[0])}${found.length > 1 ? `; ${found.length - 1} more match` : ""}`
        : "Nothing in the picture is called so."
      : "";
  };

  stage.classList.add("live");
  start();
  tools.hidden = false;
  document.getElementById("keys").hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", (event) => find(event.target.value));
  tools.addEventListener("click", (event) => {
    const how = event.target.dataset.zoom;
    if (how === "in") zoom(0.8);
    if (how === "out") zoom(1.25);
    if (how === "all") {
      together();
      showAll();
    }
  });

  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60),
      ArrowDown: () => move(0, 60), "+": () => zoom(0.8), "=": () => zoom(0.8),
      "-": () => zoom(1.25), 0: showAll, Escape: together,
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 0.87, ...at(event));
  }, { passive: false });

  let held = null;
  let moved = false;
  stage.addEventListener("pointerdown", (event) => {
    held = event.button === 0 ? [event.clientX, event.clientY] : null;
    moved = false;
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = held;
    if (!moved && Math.hypot(event.clientX - x, event.clientY - y) < 4) return;
    moved = true;
    stage.classList.add("held");
    move(x - event.clientX, y - event.clientY);
    held = [event.clientX, event.clientY];
  });
  addEventListener("pointerup", () => {
    held = null;
    stage.classList.remove("held");
  });
  // A drag that ends on a thing is no click on it.
  stage.addEventListener("click", (event) => moved && event.preventDefault(), true);
  stage.addEventListener("dragstart", (event) => event.preventDefault());

  for (const thing of things) {
    thing.addEventListener("pointerenter", () => held || apart(thing.dataset.n));
    thing.addEventListener("pointerleave", () => held || together());
    thing.addEventListener("focus", () => apart(thing.dataset.n));
    thing.addEventListener("blur", together);
  }
  for (const card of document.querySelectorAll(".cards article")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show in the picture";
    button.addEventListener("click", () => {
      stage.scrollIntoView({ block: "center" });
      lookAt(card.id.slice(1));
      stage.focus({ preventScroll: true });
    });
    card.append(button);
  }
  addEventListener("beforeprint", () => {
    together();
    showAll();
  });
})();
