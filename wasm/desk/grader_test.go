package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"blkplay/core/handin"
	"blkplay/core/lesson"
)

func lessonText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../web/lessons/" + name + ".lesson")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// classroom is a view that remembers.
type classroom struct {
	seen []string
	far  [2]int
}

func (c *classroom) graded(r *handin.Graded) {
	c.seen = append(c.seen, r.Label+" "+r.Status.String())
}
func (c *classroom) progress(done, of int) { c.far = [2]int{done, of} }

func TestGradeClass(t *testing.T) {
	var s shelf
	for _, name := range []string{"e01", "e05"} {
		if err := s.add(lessonText(t, name), false); err != nil {
			t.Fatal(err)
		}
	}
	x := s.list[0].Exercise
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	sheet := v.Sheet("", []lesson.Given{{Question: "leaves", Answer: "4"}})
	good, err := x.Code(sheet)
	if err != nil {
		t.Fatal(err)
	}
	sheet.Given[0].Answer = "5 ms"
	forged, err := x.Code(sheet)
	if err != nil {
		t.Fatal(err)
	}
	items, err := handin.Read([]byte("Ann,"+good+"\nBob,"+forged+"\nCem,"+good+"X\nDee,E77-AAAA\n"), s.taken())
	if err != nil {
		t.Fatal(err)
	}
	c := &classroom{}
	list := (&grader{view: c, pause: func() {}}).run(s.taken(), items)
	if got, want := strings.Join(c.seen, ", "), "Ann verified, Bob altered, Cem damaged,  unknown"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if c.far != [2]int{4, 4} || len(list) != 4 {
		t.Errorf("%v, %d graded", c.far, len(list))
	}
	for mark, missed := range map[int]int{0: 0, 33: 0, 34: 1} {
		if n := count(list, mark); n.below != missed || n.status[lesson.Verified] != 1 || n.status[lesson.Altered] != 1 {
			t.Errorf("at %d: %+v", mark, n)
		}
	}
}

func TestGradeStops(t *testing.T) {
	items := make([]handin.Item, 1000)
	for i := range items {
		items[i].Code = "E01-AAAA"
	}
	var s shelf
	if err := s.add(lessonText(t, "e01"), false); err != nil {
		t.Fatal(err)
	}
	c := &classroom{}
	g := &grader{view: c, stop: true, pause: func() {}}
	busy := &slow{c}
	g.view = busy
	if list := g.run(s.taken(), items); len(list) != 1 || c.far != [2]int{1, 1000} {
		t.Errorf("%d graded, %v", len(list), c.far)
	}
}

// slow takes longer for a row than a page may wait.
type slow struct{ *classroom }

func (s *slow) graded(r *handin.Graded) {
	s.classroom.graded(r)
	time.Sleep(sliceMax)
}

func TestShelf(t *testing.T) {
	var s shelf
	first := lessonText(t, "e01")
	own := strings.Replace(first, "When does the write leave?", "Mine", 1)
	if own == first {
		t.Fatal("the title is another one now")
	}
	names := func() string {
		var list []string
		for _, x := range s.list {
			word, _ := x.titleIn("en")
			if x.Own {
				word += " (own)"
			}
			list = append(list, word)
		}
		return strings.Join(list, ", ")
	}
	for _, row := range []struct {
		text, want string
		own        bool
	}{
		{text: first, want: "When does the write leave?"},
		{text: own, own: true, want: "Mine (own), When does the write leave?"},
		{text: strings.Replace(own, "Mine", "Ours", 1), own: true, want: "Ours (own), When does the write leave?"},
		{text: first, own: true, want: "When does the write leave? (own), When does the write leave?"},
	} {
		if err := s.add(row.text, row.own); err != nil {
			t.Fatal(err)
		}
		if names() != row.want {
			t.Errorf("got %s, want %s", names(), row.want)
		}
	}
	if title, language := s.list[1].titleIn("zh"); title != "这个写什么时候离开？" || language != "zh" {
		t.Error(title, language)
	}
	if err := s.add("version 1\nname", true); err == nil {
		t.Error("half an exercise is taken")
	}
}
