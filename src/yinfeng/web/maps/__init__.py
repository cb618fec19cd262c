"""Maps: a drawing in the page, without tiles or the internet, and what a page tells it.

A page includes `maps/_map.html` with `map` from `drawing`, and the script and the style beside it.
"""
