package picture_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/picture"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// timerAndSync is a plug that the timer ends, and one that a sync bio ends.
const timerAndSync = `version 1
kernel 2.6.24
elevator deadline
hz 250
device linear depth=1 base_us=400 per_sector_ns=12500
task 1 name="a<b&c"
  sleep until 1ms
  write 0 +8
  write 8 +8
  wait
  write 100 +8 sync
  wait
task 2
  sleep until 9ms
  read 500 +8
`

// draw runs a scenario and returns its picture.
func draw(t *testing.T, text string) string {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	m, err := core.New(sc, core.Options{Trace: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.Run(core.Forever, 0) == core.Running {
		t.Fatal("the run does not end")
	}
	r := picture.New(text, "title <&>", sc.HZ, []picture.Task{{Number: 1, Name: "a<b&c"}, {Number: 2, Name: "task2"}})
	events := m.Trace().Events()
	for i := range events {
		r.Add(&events[i])
	}
	return string(r.AppendSVG(nil))
}

// element is what an SVG's elements have in common here.
type element struct {
	class, d, text string
}

// elements reads an SVG strictly and returns its elements in order, by name.
func elements(t *testing.T, svg string) map[string][]element {
	t.Helper()
	list := map[string][]element{}
	d := xml.NewDecoder(strings.NewReader(svg))
	var open []*element
	var names []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{}
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "class":
					e.class = a.Value
				case "d":
					e.d = a.Value
				}
			}
			open, names = append(open, e), append(names, token.Name.Local)
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(token)
			}
		case xml.EndElement:
			last := len(open) - 1
			list[names[last]] = append(list[names[last]], *open[last])
			open, names = open[:last], names[:last]
		}
	}
}

// bars counts the bars of a class in all lanes.
func bars(paths []element, class string) int {
	n := 0
	for _, p := range paths {
		if p.class == class {
			n += strings.Count(p.d, "z")
		}
	}
	return n
}

func TestPicture(t *testing.T) {
	got := elements(t, draw(t, timerAndSync))
	if m := got["metadata"]; len(m) != 1 || m[0].text != timerAndSync {
		t.Errorf("the scenario is not in the picture: %q", m)
	}
	if title := got["title"]; len(title) != 1 || title[0].text != "title <&>" {
		t.Errorf("%q", title)
	}
	if desc := got["desc"]; len(desc) != 1 || !strings.HasPrefix(desc[0].text, "4 bios from 2 tasks, served as 3 requests in ") {
		t.Errorf("%q", desc)
	}
	// Task 1: three bios and two requests are written; task 2's bio and request are read.
	paths := got["path"]
	if w, r := bars(paths, "t1 fill"), bars(paths, "t2 tint"); w != 5 || r != 2 {
		t.Errorf("%d writes and %d reads", w, r)
	}
	if bars(paths, "t1 tint") != 0 || bars(paths, "t2 fill") != 0 {
		t.Error("a read of task 1 or a write of task 2")
	}
	cut := 0
	for _, p := range paths {
		if strings.HasPrefix(p.class, "t1 fill") {
			cut += strings.Count(p.d, "l")
		}
	}
	if cut != 2 {
		t.Errorf("%d cut corners, want those of the sync bio and its request", cut)
	}
	if n := bars(paths, "plug"); n == 0 {
		t.Error("no plugged time")
	}
	var letters []string
	for _, text := range got["text"] {
		if text.class == "k" {
			letters = append(letters, text.text)
		}
	}
	if s := strings.Join(letters, ""); !strings.HasPrefix(s, "W") || !strings.Contains(s, "S") {
		t.Errorf("plugs ended by %q", s)
	}
}

// TestEveryBioIsDrawn holds on every kernel and elevator that each bio has a line
// and a bar, each request a bar, and that nothing waits at the end.
// Half as wide a picture says less, in larger letters; its rules touch nothing else of a page.
func TestSmallPicture(t *testing.T) {
	svg := draw(t, timerAndSync)
	_, rules, _ := strings.Cut(svg, "@media (max-width:479px){\n")
	rules, _, ok := strings.Cut(rules, "\n}\n")
	if !ok {
		t.Fatal("no rules for a small picture")
	}
	for line := range strings.Lines(rules) {
		selectors, _, _ := strings.Cut(line, "{")
		for selector := range strings.SplitSeq(selectors, ",") {
			if !strings.HasPrefix(selector, ".blk-picture ") {
				t.Errorf("the rule %q is not the picture's own", strings.TrimSpace(line))
			}
		}
	}
	count := map[string]int{}
	for _, e := range elements(t, svg)["text"] {
		for class := range strings.FieldsSeq(e.class) {
			count[class]++
		}
	}
	if count["b"] != 1 || count["s"] != 1 || count["w"] != 3 {
		t.Errorf("%d titles, %d of a small picture, %d texts of a wide one; want 1, 1, 3", count["b"], count["s"], count["w"])
	}
}

func TestEveryBioIsDrawn(t *testing.T) {
	const work = "\ntask 1\n  write 0 +8 x20 step 8\n  write 9000 +64 sync\n  wait\ntask 2\n  stream read random seed=7 count=60 +8 every 300us\n  wait\n"
	for _, k := range scenario.Kernels() {
		for _, e := range k.Elevators {
			t.Run(string(k.Name)+" "+e.Name, func(t *testing.T) {
				svg := draw(t, "version 1\nkernel "+string(k.Name)+"\nelevator "+e.Name+work)
				paths := elements(t, svg)["path"]
				lines, steps := 0, ""
				for _, p := range paths {
					if strings.HasSuffix(p.class, " line") {
						lines += strings.Count(p.d, "v")
					}
					if p.class == "steps" {
						steps = p.d
					}
				}
				if lines != 81 {
					t.Errorf("%d lines, want one for each of 81 bios", lines)
				}
				if n := bars(paths, "t2 tint"); n != 120 {
					t.Errorf("%d bars of reads, want 60 bios and 60 requests", n)
				}
				// The last two stretches go along the bottom: nothing waits.
				end := strings.Split(steps[strings.LastIndex(steps, "H"):], "V")
				before := steps[:strings.LastIndex(steps, "H")]
				if bottom := before[strings.LastIndex(before, "V")+1:]; bottom != end[1] {
					t.Errorf("requests wait at the end: %s, the bottom is %s", bottom, end[1])
				}
			})
		}
	}
}

// TestLongRunsStaySmall holds that a picture is bounded, whatever the run.
func TestLongRunsStaySmall(t *testing.T) {
	r := picture.New("", "long", 250, []picture.Task{{Number: 1}})
	for i := range int32(100_000) {
		time := int64(i) * 1000
		for _, e := range []trace.Event{
			{Time: time, Kind: trace.Queue, Bio: i, Req: trace.None, Task: 1},
			{Time: time, Kind: trace.GetRequest, Bio: i, Req: i, Task: 1},
			{Time: time + 100, Kind: trace.Issue, Req: i},
			{Time: time + 900, Kind: trace.Complete, Req: i},
			{Time: time + 900, Kind: trace.BioEnd, Bio: i, Req: trace.None},
			{Time: time + 900, Kind: trace.RequestFree, Req: i},
		} {
			r.Add(&e)
		}
	}
	svg := string(r.AppendSVG(nil))
	if len(svg) > 1<<20 {
		t.Errorf("%d bytes", len(svg))
	}
	if desc := elements(t, svg)["desc"]; len(desc) != 1 || !strings.Contains(desc[0].text, "100000 bios from 1 task") || !strings.Contains(desc[0].text, "the first 4000 are drawn") {
		t.Errorf("%q", desc)
	}
}

func TestEmptyRun(t *testing.T) {
	elements(t, string(picture.New("", "", 250, nil).AppendSVG(nil)))
}
