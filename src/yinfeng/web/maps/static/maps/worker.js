// The worker in which MapLibre cuts shapes, in a browser of any age that the house serves.
importScripts("older.js", "maplibre/maplibre-gl-csp-worker.js");
