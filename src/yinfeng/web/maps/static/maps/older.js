// What MapLibre asks of a browser and Chromium before 93 does not have.
(() => {
  "use strict";
  if (!Object.hasOwn) Object.hasOwn = (thing, key) => Object.prototype.hasOwnProperty.call(thing, key);
  if (Array.prototype.at) return;
  const at = function (index) { return this[index < 0 ? this.length + index : index]; };
  for (const kind of [Array, String, Object.getPrototypeOf(Int8Array)]) {
    Object.defineProperty(kind.prototype, "at", { value: at, writable: true, configurable: true });
  }
})();
