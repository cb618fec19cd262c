// The map: layers of our own from GeoJSON by the box in view, no tiles unless an office sets them.
import "./older.js";
import "./maplibre/maplibre-gl-csp.js";

const { Map: Drawing, setWorkerUrl } = globalThis.maplibregl;
const place = document.getElementById("map");
const told = JSON.parse(document.getElementById("map-told").textContent);
const says = document.getElementById("map-says");
const COLOURS = {
  parks: "#1a4f8b", blocks: "#6b4fa0", parcels: "#5a646c", buildings: "#7a4b12", zones: "#a3261b",
  projects: "#8c2f21", preview: "#1f6b3a", fits: "#1f6b3a", near: "#b26a00", seats: "#1f6b3a", promised: "#4d7ea8",
};
// What a page is about lies over the rest and is filled; the rest is its ground.
const FILLED = ["parcels", "preview", "fits", "near", "seats", "promised"];
const STATES = [
  "match", ["get", "tone"], "clear", "#1f6b3a", "supplied", "#8aa62f", "building", "#c99700",
  "used", "#4d7ea8", "idle", "#a3261b", "renewal", "#8b5a9f", "#8a949b",
];
const worker = new URL("./worker.js", import.meta.url);
const nothing = { type: "FeatureCollection", features: [] };

function style() {
  const made = { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#f5f6f7" } }] };
  if (told.tiles) {
    made.sources.tiles = { type: "raster", tiles: [told.tiles], tileSize: 256, attribution: told.tilesBy };
    made.layers.push({ id: "tiles", type: "raster", source: "tiles" });
  }
  for (const { key } of told.layers) {
    const colour = COLOURS[key] || "#1a4f8b";
    const fill = key === "parcels" ? STATES : colour;
    const is = (kind) => ["==", ["geometry-type"], kind];
    made.sources[key] = { type: "geojson", data: nothing };
    made.layers.push(
      { id: `${key}-fill`, type: "fill", source: key, filter: ["!=", ["geometry-type"], "Point"], paint: { "fill-color": fill, "fill-opacity": FILLED.includes(key) ? 0.45 : 0.1 } },
      { id: `${key}-line`, type: "line", source: key, filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": colour, "line-width": key === "parcels" ? 1 : 2 } },
      { id: `${key}-dot`, type: "circle", source: key, filter: is("Point"), paint: { "circle-color": colour, "circle-opacity": 0.75, "circle-radius": ["step", ["coalesce", ["get", "count"], 0], 6, 1, 10, 100, 15, 1000, 21] } },
      { id: `${key}-text`, type: "symbol", source: key, minzoom: key === "parcels" || key === "buildings" ? 14 : 8, filter: ["!=", ["geometry-type"], "Point"], layout: { "text-field": ["get", "label"], "text-size": 12 }, paint: { "text-color": "#1d2327", "text-halo-color": "#ffffff", "text-halo-width": 1.5 } },
      { id: `${key}-count`, type: "symbol", source: key, filter: ["has", "count"], layout: { "text-field": ["get", "label"], "text-size": 11, "text-allow-overlap": true }, paint: { "text-color": "#ffffff" } },
    );
  }
  made.sources.measured = { type: "geojson", data: nothing };
  made.layers.push(
    { id: "measured-fill", type: "fill", source: "measured", paint: { "fill-color": "#c99700", "fill-opacity": 0.25 } },
    { id: "measured-line", type: "line", source: "measured", paint: { "line-color": "#8a6a00", "line-width": 2 } },
  );
  return made;
}

setWorkerUrl(worker.href);
const [west, south, east, north] = told.box;
// A browser without WebGL shows the table alone.
function made() {
  try {
    return new Drawing({
  container: place, style: style(), bounds: [[west, south], [east, north]], fitBoundsOptions: { padding: 40, maxZoom: 17 },
  attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, canvasContextAttributes: { preserveDrawingBuffer: true },
  localIdeographFontFamily: "sans-serif", fadeDuration: 0,
});
  } catch {
    place.hidden = true;
    says.textContent = "这个浏览器画不了图，同样的内容在下面的表里。";
    return null;
  }
}
const map = made();
const wanted = (key) => { const box = document.querySelector(`input[name="layer"][value="${key}"]`); return !box || box.checked; };
let turn = 0;
// An empty frame says so itself: who looks at the map does not look below it.
const empty = document.createElement("p");
empty.className = "map-empty";
empty.textContent = "这里没有图形";
empty.hidden = true;
if (map) place.append(empty);

// The shapes of a layer in a box; nothing of one that is switched off.
async function taken(layer, box) {
  if (!wanted(layer.key)) return nothing;
  if (layer.shapes) return layer.shapes;
  const query = new URLSearchParams(layer.key === "parcels" ? told.query : "");
  query.set("box", box);
  query.set("zoom", map.getZoom().toFixed(2));
  const joined = layer.url.includes("?") ? "&" : "?";
  const answer = await fetch(`${layer.url}${joined}${query}`, { headers: { Accept: "application/geo+json" } });
  return answer.ok ? answer.json() : null;
}

async function draw() {
  if (!map.getSource("measured")) return;
  const now = ++turn;
  const bounds = map.getBounds();
  const missing = [];
  const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((one) => one.toFixed(7)).join(",");
  let count = 0;
  await Promise.all(told.layers.map(async (layer) => {
    const shapes = await taken(layer, box);
    if (now !== turn) return;
    if (!shapes) { missing.push(layer.title); return; }
    count += shapes.features.reduce((sum, one) => sum + (one.properties.count || 1), 0);
    map.getSource(layer.key).setData(shapes);
  }));
  if (now !== turn) return;
  if (missing.length) says.textContent = `“${missing.join("、")}”没有取到，请刷新。`;
  else says.textContent = count ? `图上有${count.toLocaleString("zh-CN")}个图形。` : "这里没有图形；可以先导入，或放宽筛选。";
  empty.hidden = count > 0 || missing.length > 0;
  // Shapes stand on the canvas only when the drawing rests: that is what the print and the tests wait for.
  map.once("idle", () => { place.dataset.drawn = String(Number(place.dataset.drawn || 0) + 1); });
  map.triggerRepaint();
}

let points = null;
function measuring() {
  const ring = points.length > 2 ? [...points, points[0]] : points;
  const geometry = points.length > 2 ? { type: "Polygon", coordinates: [ring] } : { type: "LineString", coordinates: ring };
  map.getSource("measured").setData(points.length > 1 ? { type: "Feature", properties: {}, geometry } : nothing);
}

async function measure() {
  if (points.length < 3) { says.textContent = `已点${points.length}个点，至少三个点才有面积。`; return; }
  const query = new URLSearchParams({ points: points.map((one) => one.map((side) => side.toFixed(8)).join(",")).join(" ") });
  const answer = await (await fetch(`${told.measure}?${query}`)).json();
  says.textContent = answer.wrong || `${answer.mu}亩（${answer.metres}㎡）`;
  const typed = document.getElementById("points");
  if (typed) typed.value = query.get("points");
}

function open(feature) {
  const link = document.getElementById("map-found");
  const { label, says: state, at, count } = feature.properties;
  link.replaceChildren();
  if (count) { map.easeTo({ center: feature.geometry.coordinates, zoom: map.getZoom() + 2 }); return; }
  const words = document.createElement(at ? "a" : "span");
  words.textContent = label;
  if (at) words.href = at;
  link.append(words, state ? `　${state}` : "");
}

if (map) begin();

function begin() {
  map.on("error", (event) => { says.textContent = `地图有一处没有画出：${event.error ? event.error.message : ""}`; });
  map.getCanvas().setAttribute("aria-label", "地图：方向键移动，加减号缩放；同样的内容在旁边的表里");
  map.on("load", draw);
  map.on("moveend", draw);
  map.on("click", (event) => {
    if (points) { points.push([event.lngLat.lng, event.lngLat.lat]); measuring(); measure(); return; }
    const found = map.queryRenderedFeatures(event.point).filter((one) => one.properties.label);
    if (found.length) open(found[0]);
  });
  for (const box of document.querySelectorAll('input[name="layer"]')) box.addEventListener("change", draw);
  const doings = {
    "map-in": () => map.zoomIn(), "map-out": () => map.zoomOut(),
    "map-whole": () => map.fitBounds([[west, south], [east, north]], { padding: 40, maxZoom: 17 }),
    "map-measure": (button) => {
      points = points ? null : [];
      button.setAttribute("aria-pressed", String(Boolean(points)));
      map.getSource("measured").setData(nothing);
      says.textContent = points ? "在图上逐点点击，随时显示面积；再按一次“量面积”结束。" : "";
    },
    "map-print": () => window.print(),
  };
  for (const [name, doing] of Object.entries(doings)) {
    const button = document.getElementById(name);
    if (button) { button.hidden = false; button.addEventListener("click", () => doing(button)); }
  }
  for (const button of document.querySelectorAll("button[data-box]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const [w, s, e, n] = JSON.parse(button.dataset.box);
      map.fitBounds([[w, s], [e, n]], { padding: 80, maxZoom: 18 });
      place.scrollIntoView({ block: "nearest" });
    });
  }
}
