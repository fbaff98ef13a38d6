package picture

import (
	"strconv"

	"blkplay/core/trace"
)

// Sizes in px.
const (
	width   = 960
	left    = 96  // where time begins
	right   = 944 // where it ends
	top     = 44
	row     = 10 // of a bio
	bar     = 7
	rowsMax = 24 // of a lane; what is more shares the last
	gap     = 12 // between lanes
	steps   = 44 // height of the lane of waiting requests
)

// drawing is an SVG being written.
type drawing struct {
	run *Run
	b   []byte
	y   int
}

// AppendSVG appends the picture of what was added.
func (r *Run) AppendSVG(b []byte) []byte {
	lanes := make([][]int, len(r.tasks)) // row of each bio, by task
	height := top
	for i, t := range r.tasks {
		rows := 0
		lanes[i], rows = r.rows(t.Number)
		height += max(rows*row, 2*row) + gap
	}
	slots := r.slots()
	height += 16 + gap + steps + gap + slots*row + 40

	d := &drawing{run: r, b: b, y: top}
	d.open(height)
	d.axis(height - 48)
	for i, t := range r.tasks {
		d.task(t, lanes[i])
	}
	d.plugs()
	d.depth()
	d.device(slots)
	d.text(12, height-16, "s", d.run.title)
	d.text(left, height-26, "n w", "thin: waits (Q to D)   thick: in service (D to C)   filled: write   hollow: read   cut corner: sync")
	d.text(left, height-10, "n w", "plug ended by:   T timer   # full   S sync   W wait   C completion   R get_request   F finish")
	d.s("</svg>\n")
	return d.b
}

// rows gives each bio of a task a row in which it touches no other, and returns
// how many rows there are.
func (r *Run) rows(task int) (of []int, rows int) {
	var free []int64 // until when each row is taken
	for i := range r.bios {
		b := &r.bios[i]
		if int(b.task) != task {
			continue
		}
		k := 0
		for k < len(free) && free[k] > b.queued {
			k++
		}
		if k == len(free) && k < rowsMax {
			free = append(free, 0)
		}
		k = min(k, rowsMax-1)
		free[k] = max(free[k], r.until(b.done))
		of = append(of, k)
	}
	return of, len(free)
}

func (r *Run) slots() int {
	n := 1
	for i := range r.services {
		n = max(n, int(r.services[i].slot)+1)
	}
	return min(n, rowsMax)
}

// until returns time, or the end of the picture for what has not come.
func (r *Run) until(time int64) int64 {
	if time == none {
		return r.end
	}
	return time
}

func (d *drawing) s(s string) { d.b = append(d.b, s...) }

// x returns where time is, in tenths of a px.
func (d *drawing) x(time int64) int64 {
	if d.run.end == 0 {
		return left * 10
	}
	return left*10 + int64(float64(time)/float64(d.run.end)*(right-left)*10)
}

// n appends tenths as a number.
func (d *drawing) n(tenths int64) {
	if tenths < 0 {
		d.s("-")
		tenths = -tenths
	}
	d.b = strconv.AppendInt(d.b, tenths/10, 10)
	if tenths%10 != 0 {
		d.b = append(d.b, '.', byte('0'+tenths%10))
	}
}

// at appends a command of a path with a point.
func (d *drawing) at(command string, x int64, y int) {
	d.s(command)
	d.n(x)
	d.s(" ")
	d.n(int64(y) * 10)
}

func (d *drawing) to(command string, tenths int64) {
	d.s(command)
	d.n(tenths)
}

func (d *drawing) open(height int) {
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" class="blk-picture" role="img" viewBox="0 0 `)
	d.b = strconv.AppendInt(d.b, width, 10)
	d.s(" ")
	d.b = strconv.AppendInt(d.b, int64(height), 10)
	d.s(`" width="`)
	d.b = strconv.AppendInt(d.b, width, 10)
	d.s(`" height="`)
	d.b = strconv.AppendInt(d.b, int64(height), 10)
	d.s("\">\n<title>")
	d.escaped(d.run.title)
	d.s("</title>\n<desc>")
	d.escaped(d.summary())
	d.s("</desc>\n<metadata>")
	d.escaped(d.run.text)
	d.s("</metadata>\n<style>")
	d.s(style())
	d.s("</style>\n<defs><pattern id=\"blk-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0h3v6h-3z\"/></pattern></defs>\n")
	d.s("<path class=\"panel\" d=\"M0 0h960v")
	d.b = strconv.AppendInt(d.b, int64(height), 10)
	d.s("h-960z\"/>\n")
	d.text(12, 18, "b", d.run.title)
}

// summary is the picture in words.
func (d *drawing) summary() string {
	r := d.run
	s := plural(len(r.bios)+r.left, "bio") + " from " + plural(len(r.tasks), "task") + ", served as " + plural(len(r.services), "request") + " in " + milliseconds(r.end) + " ms"
	if r.left > 0 {
		s += "; the first " + strconv.Itoa(len(r.bios)) + " are drawn"
	}
	return s + "."
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// milliseconds prints ns in ms with up to three decimals.
func milliseconds(ns int64) string { return strconv.FormatFloat(float64(ns/1000)/1000, 'f', -1, 64) }

// text writes s; its class is n for notes, b for what is bold, e for what ends at x, m for the middle;
// w is only in a wide picture, s only in a small one: see style.
func (d *drawing) text(x, y int, class, s string) {
	d.s(`<text class="`)
	d.s(class)
	d.s(`" x="`)
	d.b = strconv.AppendInt(d.b, int64(x), 10)
	d.s(`" y="`)
	d.b = strconv.AppendInt(d.b, int64(y), 10)
	d.s(`">`)
	d.escaped(s)
	d.s("</text>\n")
}

// escaped appends text as XML has it. What XML cannot have becomes U+FFFD.
func (d *drawing) escaped(s string) {
	for _, r := range s {
		switch {
		case r == '<':
			d.s("&lt;")
		case r == '&':
			d.s("&amp;")
		case r == '"':
			d.s("&quot;")
		case r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF:
			d.s("\uFFFD")
		default:
			d.b = append(d.b, string(r)...)
		}
	}
}

// axis draws the hairlines: jiffies, since timers fire only there, or round times
// if those would be too many.
func (d *drawing) axis(bottom int) {
	end, hz := d.run.end, d.run.hz
	if end == 0 {
		return
	}
	jiffy := int64(1000)
	if hz > 0 {
		jiffy = 1_000_000_000 / hz
		d.text(left+31, top-14, "n w", "· jiffy 0")
	}
	unit := jiffy
	for i := 0; end/unit > 12; i++ {
		unit = unit * [...]int64{2, 5, 2}[i%3] / [...]int64{1, 2, 1}[i%3] // 2, 5, 10 jiffies
	}
	d.s(`<path class="hair" d="`)
	for t := int64(0); t <= end; t += unit {
		d.at("M", d.x(t), top-8)
		d.to("V", int64(bottom)*10)
	}
	d.s("\"/>\n")
	for t := int64(0); t <= end; t += unit {
		label := milliseconds(t)
		if t == 0 {
			label = "0 ms"
		} else if x := d.x(t) / 10; x > right-40 {
			break
		}
		d.text(int(d.x(t)/10), top-14, "n", label)
	}
}

// task draws the lane of a task.
func (d *drawing) task(t Task, rows []int) {
	d.label(t.Number, t.Name)
	k, used := 0, 0
	var wait, writes, reads drawing
	for _, p := range []*drawing{&wait, &writes, &reads} {
		p.run = d.run
	}
	for i := range d.run.bios {
		b := &d.run.bios[i]
		if int(b.task) != t.Number {
			continue
		}
		used = max(used, rows[k]+1)
		y := d.y + rows[k]*row
		k++
		wait.at("M", d.x(b.queued), y+1)
		wait.to("v", (bar-2)*10)
		issued := d.run.until(b.issued)
		wait.at("M", d.x(b.queued), y+bar/2+1)
		wait.to("H", d.x(issued))
		if b.issued != none {
			bars := &reads
			if b.write {
				bars = &writes
			}
			bars.bar(d.x(b.issued), d.x(d.run.until(b.done)), y, b.sync)
		}
	}
	class := "t" + strconv.Itoa((t.Number-1)%6+1)
	d.path(class+" line", wait.b)
	d.path(class+" fill", writes.b)
	d.path(class+" tint", reads.b)
	d.y += max(used*row, 2*row) + gap
}

// bar adds a bar of a path; a sync one has its top right corner cut.
func (d *drawing) bar(x1, x2 int64, y int, sync bool) {
	x2 = max(x2, x1+10)
	d.at("M", x1, y)
	if cut := min(int64(40), x2-x1); sync {
		d.to("H", x2-cut)
		d.s("l")
		d.n(cut)
		d.s(" ")
		d.n(cut)
		d.to("V", int64(y+bar)*10)
	} else {
		d.to("H", x2)
		d.to("v", bar*10)
	}
	d.to("H", x1)
	d.s("z")
}

func (d *drawing) path(class string, commands []byte) {
	if len(commands) == 0 {
		return
	}
	d.s(`<path class="`)
	d.s(class)
	d.s(`" d="`)
	d.b = append(d.b, commands...)
	d.s("\"/>\n")
}

// label writes a task's digit and name ahead of its lane.
func (d *drawing) label(number int, name string) {
	d.s(`<circle class="t`)
	d.b = strconv.AppendInt(d.b, int64((number-1)%6+1), 10)
	d.s(` fill" cx="20" cy="`)
	d.b = strconv.AppendInt(d.b, int64(d.y+8), 10)
	d.s("\" r=\"8\"/>\n")
	d.text(20, d.y+12, "on", strconv.Itoa(number))
	const most = 8
	if len(name) > most {
		name = name[:most-1] + "…"
	}
	d.text(34, d.y+12, "l", name)
}

// plugs draws the lane of the plug: of the queue, or of the tasks.
func (d *drawing) plugs() {
	d.text(12, d.y+11, "l", "plug")
	var hatched, ticks drawing
	hatched.run, ticks.run = d.run, d.run
	tick := int64(none) // where the last tick stands: there is no use in two at a place
	for _, p := range d.run.plugs {
		x1, x2 := d.x(p.begin), d.x(p.end)
		switch {
		case x1 == tick && x2-x1 < 15:
		case x2-x1 < 15:
			tick = x1
			ticks.at("M", x1, d.y)
			ticks.to("v", 140)
		default:
			hatched.at("M", x1, d.y+2)
			hatched.to("H", x2)
			hatched.to("v", 100)
			hatched.to("H", x1)
			hatched.s("z")
		}
	}
	d.path("plug", hatched.b)
	d.path("ink", ticks.b)
	last := int64(0)
	for i, p := range d.run.plugs {
		x, next := d.x(p.end), int64(width*10)
		if i+1 < len(d.run.plugs) {
			next = d.x(d.run.plugs[i+1].begin)
		}
		if letter := letterOf(p.why); letter != "" && next-x > 110 && x-last > 110 { // there is room
			d.text(int(x/10)+2, d.y+11, "k", letter)
			last = x
		}
	}
	if len(d.run.plugs) == 0 {
		d.text(left, d.y+11, "n", "never plugged")
	}
	d.y += 16 + gap
}

// letterOf is the sign of how a plug ended, "" for what has none.
func letterOf(c trace.Cause) string {
	switch c {
	case trace.PlugOffTimer:
		return "T"
	case trace.PlugOffThreshold, trace.FlushSixteen, trace.FlushFull, trace.FlushHeadLarge:
		return "#"
	case trace.PlugOffSync:
		return "S"
	case trace.PlugOffWait, trace.PlugOffCall, trace.FlushWait, trace.FlushSleep, trace.FlushBlocking:
		return "W"
	case trace.PlugOffCompletion:
		return "C"
	case trace.PlugOffGetRequest, trace.FlushGetRequest:
		return "R"
	case trace.FlushFinished, trace.FlushFinish:
		return "F"
	}
	return ""
}

// depth draws how many requests wait, as steps.
func (d *drawing) depth() {
	d.text(12, d.y+steps-2, "l", "waiting")
	most := 1
	for _, s := range d.run.waiting {
		most = max(most, s.n)
	}
	d.text(left-6, d.y+9, "e", strconv.Itoa(most))
	bottom := d.y + steps
	level := func(n int) int { return bottom - n*steps/most }
	var p drawing
	p.run = d.run
	p.at("M", left*10, bottom)
	list := d.run.waiting
	for i := 0; i < len(list); { // those that stand at one place are one step, as high as the highest
		x, high := d.x(list[i].time), 0
		for ; i < len(list) && d.x(list[i].time) == x; i++ {
			high = max(high, list[i].n)
		}
		p.to("H", x)
		p.to("V", int64(level(high))*10)
		if last := list[i-1].n; last != high {
			p.to("V", int64(level(last))*10)
		}
	}
	p.to("H", right*10)
	p.to("V", int64(bottom)*10)
	d.path("steps", p.b)
	d.y += steps + gap
}

// device draws what each slot of the device serves.
func (d *drawing) device(slots int) {
	d.text(12, d.y+9, "l", "device")
	tasks := 7
	paths := make([]drawing, 2*tasks)
	type place struct {
		path, slot int
	}
	last := map[place]int64{} // where the last bar begins: there is no use in two at a place
	for i := range d.run.services {
		s := &d.run.services[i]
		k := 0
		if s.task > 0 {
			k = (int(s.task)-1)%6 + 1
		}
		k *= 2
		if s.write {
			k++
		}
		slot := min(int(s.slot), slots-1)
		x1, x2 := d.x(s.begin), d.x(s.end)
		if before, ok := last[place{k, slot}]; ok && before == x1 && x2-x1 < 10 {
			continue
		}
		last[place{k, slot}] = x1
		paths[k].run = d.run
		paths[k].bar(x1, x2, d.y+slot*row, s.sync)
	}
	for i := range paths {
		class := " tint"
		if i%2 == 1 {
			class = " fill"
		}
		d.path("t"+strconv.Itoa(i/2)+class, paths[i].b)
	}
	d.y += slots*row + gap
}
