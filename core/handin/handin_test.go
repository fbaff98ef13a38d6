package handin

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"blkplay/core/lesson"
)

func exercise(t *testing.T, name string) *lesson.Exercise {
	t.Helper()
	text, err := os.ReadFile("../../web/lessons/" + name + ".lesson")
	if err != nil {
		t.Fatal(err)
	}
	x, err := lesson.Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestRead(t *testing.T) {
	list := []*lesson.Exercise{exercise(t, "e01"), exercise(t, "e02")}
	for _, row := range []struct{ text, want string }{
		{"", ""},
		{"# a comment\n\n\ufeffE01-AAAA\r\n", "[] E01-AAAA"},
		{"e02-AAAA:Ann", "[] e02-AAAA:Ann"},
		{"Ann,E01-AAAA", "[Ann] E01-AAAA"},
		{"7;\"Lee, Ann\";E02-AAAA;late", "[7 Lee, Ann late] E02-AAAA"},
		{"Ann\tE01-AAAA:Ann, the second", "[Ann] E01-AAAA:Ann, the second"},
		{"E99-AAAA", "[] E99-AAAA"},
		{"name,code\nAnn,E01-AAAA", "[] name,code\n[Ann] E01-AAAA"},
		{`{"label":"x","exercise":"e01","seed":3,"answers":[{"question":"leaves","answer":"4 ms","claim":true}]}`, "[x] e01 3 [{leaves 4 ms true}]"},
		{`[{"exercise":"e01"},{"exercise":"e02"}]`, "[] e01 0 []\n[] e02 0 []"},
	} {
		items, err := Read([]byte(row.text), list)
		if err != nil {
			t.Errorf("%q: %v", row.text, err)
		}
		var got []string
		for _, i := range items {
			what := i.Code
			if i.Sheet != nil {
				what = fmt.Sprintf("%s %d %v", i.Sheet.Exercise, i.Sheet.Seed, i.Sheet.Given)
			}
			got = append(got, fmt.Sprintf("[%s] %s", i.Label, what))
		}
		if strings.Join(got, "\n") != row.want {
			t.Errorf("%q: got\n%s\nwant\n%s", row.text, strings.Join(got, "\n"), row.want)
		}
	}
	if _, err := Read([]byte(`{"exercise":`), list); err == nil {
		t.Error("half a sheet is read")
	}
}

func TestGradeCodeAndSheet(t *testing.T) {
	x := exercise(t, "e01")
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	s := v.Sheet("Ann", []lesson.Given{{Question: "leaves", Answer: "4"}})
	code, err := x.Code(s)
	if err != nil {
		t.Fatal(err)
	}
	g := lesson.NewGrader([]*lesson.Exercise{x})
	for _, i := range []Item{{Code: code}, {Sheet: s}} {
		if r := i.Grade(g); r.Status != lesson.Verified || r.Score.Right != 1 || r.Sheet.Person != "Ann" {
			t.Errorf("%+v", r)
		}
	}
}
