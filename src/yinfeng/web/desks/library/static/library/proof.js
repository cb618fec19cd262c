// Lights up the words of a figure while the pointer or the keyboard is on it, and takes words that
// are selected in the original to the form that adds what was left out. Without this script the
// same links lead to the same words, and the words are typed.
"use strict";
(() => {
  const marks = (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-mark]") : null;
    return link && document.getElementById(link.dataset.mark);
  };
  const light = (event) => {
    const mark = marks(event);
    if (!mark) return;
    mark.classList.add("lit");
    const pane = mark.closest(".source");
    const [top, bottom] = [pane.scrollTop, pane.scrollTop + pane.clientHeight];
    const at = mark.offsetTop - pane.offsetTop;
    if (at < top || at > bottom - 40) pane.scrollTop = at - pane.clientHeight / 3;
  };
  const dim = (event) => marks(event)?.classList.remove("lit");
  for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(on, light);
    document.addEventListener(off, dim);
  }

  const source = document.querySelector(".source[data-start]");
  const form = document.querySelector("form.missed");
  let words = "", at = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!source || !selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!source.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.setStart(source, 0);
    before.setEnd(range.startContainer, range.startOffset);
    words = range.toString().slice(0, 500);
    // Offsets count characters, not the halves of which a browser makes rare ones.
    at = String(Number(source.dataset.start) + Array.from(before.toString()).length);
    if (form && words.trim()) {
      form.elements.words.value = words;
      form.elements.at.value = at;
    }
  });
  if (form) form.elements.words.addEventListener("input", () => { form.elements.at.value = ""; });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-takes-words]") : null;
    if (!link || !words.trim()) return;
    const address = new URL(link.href);
    address.searchParams.set("words", words);
    address.searchParams.set("at", at);
    link.href = address.href;
  });
})();
