// Lights up the words of a figure while the pointer or the keyboard is on it. Without this script
// the same links lead to the same words.
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
})();
