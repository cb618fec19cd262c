"""The looks of a report in HTML: calm on the screen, A4 on paper, nothing from elsewhere."""

_SERIF = '"Noto Serif CJK SC", "Source Han Serif SC", FangSong, STFangsong, SimSun, serif'
_SANS = '"Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif'

CSS = f"""
:root {{ --ink: #1f2328; --soft: #667; --line: #d8dbe0; --tint: #f6f7f9; --seal: #b3261e;
  --mark: #fff1b8; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: #eef0f3; color: var(--ink); font: 15px/1.65 {_SERIF}; }}
main {{ max-width: 1080px; margin: 24px auto; padding: 40px 48px 48px; background: #fff;
  border: 1px solid var(--line); }}
h1 {{ margin: 0; text-align: center; color: var(--seal); font-size: 30px; font-weight: 700;
  letter-spacing: .18em; }}
.head {{ display: flex; justify-content: space-between; margin: 14px 0 0; padding-bottom: 8px;
  border-bottom: 2px solid var(--seal); }}
.summary {{ margin: 16px 0 4px; text-indent: 2em; }}
h2 {{ margin: 26px 0 8px; font: 600 17px/1.4 {_SANS}; }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 13.5px;
  line-height: 1.5; }}
th, td {{ padding: 5px 7px; border: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }}
th {{ background: var(--tint); font-weight: 600; white-space: nowrap; }}
.i {{ margin: 0 0 2px; }}
tr {{ break-inside: avoid; }}
.note, .foot {{ margin: 6px 0 0; color: var(--soft); font-size: 12.5px; }}
.empty {{ color: var(--soft); }}
details.w > summary {{ display: inline; list-style: none; cursor: pointer;
  border-bottom: 1px dotted var(--soft); }}
details.w > summary::-webkit-details-marker {{ display: none; }}
details.w > summary:hover, details.w[open] > summary {{ background: var(--tint);
  border-bottom-style: solid; }}
details.w > div {{ margin: 4px 0 6px; padding: 6px 9px; background: var(--tint);
  border-left: 3px solid var(--seal); font-size: 12.5px; }}
mark {{ background: var(--mark); color: inherit; padding: 0 1px; }}
sup {{ font-size: 10px; line-height: 0; color: var(--soft); }}
cite {{ display: block; font-style: normal; color: var(--soft); }}
a {{ color: inherit; }}
ol.sources {{ padding-left: 2.6em; font-size: 12.5px; line-height: 1.6; }}
ol.sources li {{ margin: 3px 0; overflow-wrap: anywhere; }}
ol.sources li:target {{ background: var(--mark); }}
@media (max-width: 700px) {{
  main {{ margin: 0; padding: 18px 14px; border: 0; }}
  .wide {{ overflow-x: auto; }}
  .wide table {{ min-width: 720px; }}
}}
@page {{ size: A4; margin: 14mm 13mm; }}
@media print {{
  body {{ background: #fff; font-size: 10.5pt; line-height: 1.45; }}
  main {{ margin: 0; padding: 0; border: 0; max-width: none; }}
  h1 {{ font-size: 20pt; }}
  h2 {{ margin: 9px 0 4px; font-size: 11.5pt; break-after: avoid; }}
  .head {{ margin-top: 6px; padding-bottom: 4px; }}
  .summary {{ margin: 8px 0 0; }}
  table {{ font-size: 8.5pt; line-height: 1.35; }}
  th, td {{ padding: 2px 4px; }}
  .i {{ display: inline-block; margin: 0 .8em 0 0; }}
  details.w > summary {{ border: 0; }}
  details.w > div {{ display: none; }}
  .note, .foot, ol.sources {{ font-size: 8pt; margin-top: 2px; }}
  .annex {{ break-before: page; }}
}}
"""
