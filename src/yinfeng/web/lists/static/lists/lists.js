// The list by keyboard: j and k go down and up the rows, Enter opens, x ticks, / goes to the search.
// Everything works without this script as well.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("#list tbody tr")];
  const door = (row) => row.querySelector("th a, td a, input");
  const at = () => rows().findIndex((row) => row.contains(document.activeElement));
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const next = all[Math.min(Math.max(at() + by, 0), all.length - 1)];
    door(next)?.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const isTyping = (target) => target.closest("input:not([type=checkbox]), select, textarea");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x") rows()[at()]?.querySelector(".pick-row input")?.click();
    else if (event.key === "/") document.querySelector("#filters input[type=search]")?.focus();
    else return;
    event.preventDefault();
  });
  // The box in the head ticks every row of the page.
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-all]")) return;
    for (const box of document.querySelectorAll(".pick-row [name=row]")) box.checked = event.target.checked;
  });
  // An open drop closes when one clicks elsewhere or presses Escape.
  const shut = (inside) => {
    for (const drop of document.querySelectorAll("details.drop[open]"))
      if (!drop.contains(inside)) drop.open = false;
  };
  document.addEventListener("click", (event) => shut(event.target));
  document.addEventListener("keyup", (event) => event.key === "Escape" && shut(null));
})();
