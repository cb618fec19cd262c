// Ctrl-K (or ⌘-K) puts the cursor into the search box, wherever one is.
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    const box = document.getElementById("q") || document.getElementById("search");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }
});
