package picture

import "strings"

// colours of the picture: the name of the page's custom property, and what stands
// in for it, in light and in dark.
var colours = []struct{ name, light, dark string }{
	{"panel", "#ffffff", "#171b21"}, {"sunk", "#eceef0", "#0b0e11"}, {"line", "#cfd4d9", "#333b45"},
	{"ink", "#15191e", "#e9ecef"}, {"ink2", "#4d5661", "#a4aeb9"}, {"on", "#ffffff", "#0f1216"},
	{"t1", "#1b5cb8", "#7fb2ff"}, {"t1-tint", "#e3edfa", "#1a2b45"},
	{"t2", "#a34700", "#ffa45c"}, {"t2-tint", "#fbeadb", "#42290f"},
	{"t3", "#08735a", "#57d3ae"}, {"t3-tint", "#ddf2ec", "#10372d"},
	{"t4", "#6d45b5", "#bda4ff"}, {"t4-tint", "#ece5f8", "#2d2449"},
	{"t5", "#5f6300", "#cfcb52"}, {"t5-tint", "#eff0d2", "#33320f"},
	{"t6", "#7a4a5e", "#e3a3bd"}, {"t6-tint", "#f3e6ec", "#40232f"},
}

// rules are selectors and declarations. They use the colours under names of their
// own, p-NAME, and those of a task as c and t.
var rules = [...][2]string{
	{"text", "font:11px/15px system-ui,sans-serif;fill:var(--p-ink);font-variant-numeric:tabular-nums;white-space:pre"},
	{".n", "fill:var(--p-ink2)"},
	{".b", "font-size:14px;font-weight:600"},
	{".e", "text-anchor:end;fill:var(--p-ink2)"},
	{".k", "font-weight:600"},
	{".s", "display:none"},
	{".on", "text-anchor:middle;font-weight:700;fill:var(--p-on)"},
	{".panel", "fill:var(--p-panel)"},
	{".hair", "fill:none;stroke:var(--p-line)"},
	{".line", "fill:none;stroke:var(--c);stroke-width:1.2"},
	{".fill", "fill:var(--c);stroke:var(--c)"},
	{".tint", "fill:var(--t);stroke:var(--c);stroke-width:1.2"},
	{".hatch", "fill:var(--p-ink)"},
	{".plug", "fill:url(#blk-hatch);stroke:var(--p-ink)"},
	{".ink", "fill:none;stroke:var(--p-ink);stroke-width:1.5"},
	{".steps", "fill:var(--p-sunk);stroke:var(--p-ink);stroke-width:1.2"},
	{".t0", "--c:var(--p-ink);--t:var(--p-panel)"},
	{".t1", "--c:var(--p-t1);--t:var(--p-t1-tint)"},
	{".t2", "--c:var(--p-t2);--t:var(--p-t2-tint)"},
	{".t3", "--c:var(--p-t3);--t:var(--p-t3-tint)"},
	{".t4", "--c:var(--p-t4);--t:var(--p-t4-tint)"},
	{".t5", "--c:var(--p-t5);--t:var(--p-t5-tint)"},
	{".t6", "--c:var(--p-t6);--t:var(--p-t6-tint)"},
}

// small are rules for a picture that is shown less than half as wide as it is
// drawn, on a phone: fewer words, in letters more than twice as high, which
// cover what they stand on.
const small = `text{font-size:24px;paint-order:stroke;stroke:var(--p-panel);stroke-width:5px}
.w,.b{display:none}
.s{display:inline;font-weight:600}
.on{font-size:15px;stroke:none}
`

// style returns the style sheet. All of it holds below the picture's own class, so
// that a page may have the picture in its text.
func style() string {
	const self = ".blk-picture"
	var s, dark strings.Builder
	s.WriteString("\n" + self + "{")
	for _, c := range colours {
		s.WriteString("--p-" + c.name + ":var(--blk-" + c.name + "," + c.light + ");")
		dark.WriteString("--p-" + c.name + ":var(--blk-" + c.name + "," + c.dark + ");")
	}
	s.WriteString("}\n@media (prefers-color-scheme:dark){" + self + "{" + dark.String() + "}}\n")
	for _, r := range rules {
		s.WriteString(self + " " + r[0] + "{" + r[1] + "}\n")
	}
	s.WriteString("@media (max-width:479px){\n")
	for line := range strings.Lines(small) {
		s.WriteString(self + " " + strings.ReplaceAll(line, ",.", ","+self+" ."))
	}
	s.WriteString("}\n")
	return s.String()
}
