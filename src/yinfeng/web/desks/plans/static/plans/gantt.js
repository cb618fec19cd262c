// A bar of the drawing is dragged to another day: the form 改日期 is filled in and waits for a reason.
// Nothing is sent by dragging; who has no mouse fills in the same form.
"use strict";

(() => {
  const DAY = 86400000;
  let held = null;

  const perDay = (svg) => {
    const box = svg.getBoundingClientRect();
    return Number(svg.dataset.aDay) * box.width / svg.viewBox.baseVal.width;
  };
  const shifted = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

  document.addEventListener("pointerdown", (event) => {
    const bar = event.target.closest("[data-key]");
    if (!bar || !document.getElementById("do-move")) return;
    held = { bar, from: event.clientX, x: Number(bar.getAttribute("x")), days: 0 };
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("moving");
    event.preventDefault();
  });

  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    const svg = held.bar.ownerSVGElement;
    held.days = Math.round((event.clientX - held.from) / perDay(svg));
    held.bar.setAttribute("x", held.x + held.days * Number(svg.dataset.aDay));
    held.bar.querySelector("title").textContent = shifted(held.bar.dataset.ends, held.days);
  });

  const drop = () => {
    if (!held) return;
    const { bar, days } = held;
    held = null;
    bar.classList.remove("moving");
    if (!days) return;
    const box = document.getElementById("do-move");
    const form = box.querySelector("form");
    box.open = true;
    form.elements.key.value = bar.dataset.key;
    form.elements.what.value = bar.dataset.fixed ? "fixed" : "moved";
    form.elements.day.value = shifted(bar.dataset.ends, days);
    form.elements.reason.focus();
  };
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", () => {
    if (!held) return;
    held.bar.setAttribute("x", held.x);
    held.bar.classList.remove("moving");
    held = null;
  });
})();
