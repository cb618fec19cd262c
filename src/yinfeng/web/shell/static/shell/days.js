// Keeps the days in sentences on one line: 2026-11-23 is split after a hyphen otherwise, and no
// style can hold it together without a mark of its own. Without this script only that is lost.
"use strict";
(() => {
  const day = /\d{4}-\d{2}(?:-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)?/g;
  const left = "svg, pre, textarea, select, script, style, .source, .day, .map";
  const mark = (words) => {
    const found = [...words.data.matchAll(day)];
    if (!found.length || words.data.length === found[0][0].length) return;
    for (const { 0: says, index } of found.reverse()) {
      const held = words.splitText(index);
      held.splitText(says.length);
      const span = document.createElement("span");
      span.className = "day";
      held.replaceWith(span);
      span.append(held);
    }
  };
  const hold = (part) => {
    if (part.closest(left)) return;
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const all = [];
    while (walk.nextNode()) all.push(walk.currentNode);
    for (const words of all) if (!words.parentElement.closest(left)) mark(words);
  };
  hold(document.body);
  document.body.addEventListener("htmx:load", (event) => hold(event.detail.elt));
})();
