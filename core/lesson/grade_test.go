package lesson

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// sheetOf answers every question of a lesson: rightly, or all wrongly.
func sheetOf(t testing.TB, x *Exercise, seed uint64, right bool) (*Variant, *Sheet) {
	t.Helper()
	v, err := x.Variant(seed)
	if err != nil {
		t.Fatal(x.Name, err)
	}
	var answers []Given
	for _, q := range v.Questions() {
		answer, err := v.Answer(q.Name)
		if err != nil || answer == "" {
			t.Fatal(x.Name, q.Name, err, "has no answer")
		}
		if !right {
			answer = wrongAnswer(v, &q, answer)
		}
		answers = append(answers, Given{Question: q.Name, Answer: answer})
	}
	return v, v.Sheet("Änn, the 2nd", answers)
}

func wrongAnswer(v *Variant, q *Question, right string) string {
	switch q.Kind {
	case Explain:
		for _, c := range q.Choices {
			if d := v.Check(q.Name, strings.TrimSpace(strings.Repeat(c.Word+" ", max(1, len(q.Slots))))); !d.Right {
				return d.Given
			}
		}
	case Goal:
		for _, k := range q.Knobs {
			value := strconv.FormatInt(k.High, 10)
			if !k.Numeric {
				value = k.Words[0]
			}
			name := k.Name
			if name == "sector" {
				name += ".1"
			}
			if d := v.Check(q.Name, name+"="+value); d.Problem == "" && !d.Right {
				return d.Given
			}
		}
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '8' {
			return r + 1
		}
		return r
	}, right)
}

// TestCodes holds that a code gives its sheet back, and that grading finds it true.
func TestCodes(t *testing.T) {
	for _, name := range lessons(t) {
		x := read(t, name)
		for _, right := range []bool{true, false} {
			for seed := uint64(0); seed < 100_000_000; seed = seed*20 + 1 {
				v, s := sheetOf(t, x, seed, right)
				code, err := x.Code(s)
				if err != nil {
					t.Fatal(name, err)
				}
				spoken := strings.Replace(strings.ToLower(code[:strings.IndexByte(code, ':')]), "0", "o", 2) + code[strings.IndexByte(code, ':'):]
				back, err := x.ReadCode(strings.Replace(spoken, name, strings.ToUpper(name), 1))
				if err != nil {
					back, err = x.ReadCode(code)
				}
				if err != nil || len(back.Given) != len(s.Given) || back.Seed != seed || back.Person != s.Person {
					t.Fatalf("%s: %s is read as %+v %v", name, code, back, err)
				}
				for i := range s.Given {
					if a, b := s.Given[i], back.Given[i]; a.Question != b.Question || a.Claim != b.Claim ||
						v.Check(a.Question, a.Answer).Given != v.Check(b.Question, b.Answer).Given {
						t.Errorf("%s: %s: %+v is read as %+v", name, code, a, b)
					}
				}
				r := NewGrader([]*Exercise{x}).Grade(code)
				if r.Status != Verified || right && r.Score.Scaled != 1000 || !right && r.Score.Right == r.Score.Of {
					t.Errorf("%s: %s is graded %+v", name, code, r)
				}
				if len(code) > 130 {
					t.Errorf("%s: the code is long: %s", name, code)
				}
			}
		}
	}
}

func TestForgeries(t *testing.T) {
	x := read(t, "e05")
	g := NewGrader([]*Exercise{x, read(t, "e01")})
	_, s := sheetOf(t, x, 5, false)
	code, err := x.Code(s)
	if err != nil {
		t.Fatal(err)
	}
	if r := g.Grade(code); r.Status != Verified || r.Score.Right != 0 {
		t.Fatalf("%+v", r)
	}
	forged := *s
	forged.Given = append([]Given(nil), s.Given...)
	forged.Given[0].Claim = true // claimed to be right, with a checksum that fits
	lie, err := x.Code(&forged)
	if err != nil {
		t.Fatal(err)
	}
	if r := g.Grade(lie); r.Status != Altered || r.Score.Right != 0 || !strings.Contains(r.Problem, "sizes") {
		t.Errorf("%+v", r)
	}
	for i := range code { // any letter changed
		c := byte('7')
		if code[i] == '7' {
			c = '8'
		}
		if i < len("E05-") || code[i] == '-' || code[i] == ':' || code[i] >= 0x80 {
			continue
		}
		if r := g.Grade(code[:i] + string(c) + code[i+1:]); r.Status != Damaged && r.Status != Stale {
			t.Errorf("letter %d changed: %v %+v", i, r.Status, r.Sheet)
		}
	}
	if r := g.Grade(strings.Replace(code, "Änn", "Eve", 1)); r.Status != Damaged {
		t.Error("another person:", r.Status)
	}
	if r := g.Grade("E99-0000"); r.Status != Unknown || r.Problem == "" {
		t.Errorf("%+v", r)
	}
	if r := g.Grade(""); r.Status != Unknown {
		t.Errorf("%+v", r)
	}
	y, err := Parse(strings.Replace(readText(t, "e05"), "\nwords", "\nhint A hint that was not there before.\n\nwords", 1))
	if err != nil {
		t.Fatal(err)
	}
	if r := NewGrader([]*Exercise{y}).Grade(code); r.Status != Stale {
		t.Errorf("another version: %v %s", r.Status, r.Problem)
	}
	forged.Given[0] = Given{"sizes", "nonsense", true}
	if r := g.GradeSheet(&forged); r.Status != Altered {
		t.Errorf("%+v", r)
	}
}

func TestResultsAreCSVAndJSON(t *testing.T) {
	x := read(t, "e02")
	_, s := sheetOf(t, x, 3, true)
	s.Person = `=1+1 "x", <b>`
	code, err := x.Code(s)
	if err != nil {
		t.Fatal(err)
	}
	r := NewGrader([]*Exercise{x}).Grade(code)
	var object struct {
		Person, Status string
		Scaled         float64
		Answers        []struct{ Question, Given string }
	}
	if err := json.Unmarshal(r.AppendJSON(nil, "a\n"), &object); err != nil || object.Person != s.Person ||
		object.Status != "verified" || object.Scaled != 1 || len(object.Answers) != 3 || object.Answers[0].Given != "5" {
		t.Errorf("%v %+v", err, object)
	}
	if err := json.Unmarshal(s.AppendJSON(nil), &object); err != nil {
		t.Error(err)
	}
	want := `x,"'=1+1 ""x"", <b>",e02,3,verified,3,3,1.000,"which: 5 (right); requests: 6 (right); fewer: unplug_delay_ms=5 unplug_thresh=5 (right)",,"` +
		strings.ReplaceAll(code, `"`, `""`) + "\"\n"
	if got := string(r.AppendCSV(nil, "x")); got != want {
		t.Errorf("\n%s\n%s", got, want)
	}
}

func FuzzReadCode(f *testing.F) {
	x := read(f, "e05")
	for seed := range uint64(3) {
		_, s := sheetOf(f, x, seed, true)
		code, _ := x.Code(s)
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		s, err := x.ReadCode(code)
		if err != nil {
			return
		}
		again, err := x.Code(s)
		if err != nil {
			return // an answer that nobody could give, with a checksum that fits
		}
		if back, err := x.ReadCode(again); err != nil || back.Seed != s.Seed {
			t.Fatalf("%q %q %v", code, again, err)
		}
	})
}

// BenchmarkClass grades a class of 300 with a seed each.
func BenchmarkClass(b *testing.B) {
	for _, name := range []string{"e02", "e05", "e13"} {
		x := read(b, name)
		var codes []string
		for seed := range uint64(300) {
			_, s := sheetOf(b, x, seed, seed%2 == 0)
			code, err := x.Code(s)
			if err != nil {
				b.Fatal(err)
			}
			codes = append(codes, code)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g := NewGrader([]*Exercise{x})
				for _, code := range codes {
					if r := g.Grade(code); r.Status != Verified {
						b.Fatal(r)
					}
				}
			}
		})
	}
}
