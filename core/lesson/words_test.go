package lesson

import (
	"strings"
	"testing"
)

// TestLessonsHaveChinese holds that each of our lessons can be read in Chinese; that
// nothing is missing there is the linter's to say.
func TestLessonsHaveChinese(t *testing.T) {
	for _, name := range lessons(t) {
		if x := read(t, name); x.In("zh") == x {
			t.Errorf("%s has no words zh", name)
		}
	}
}

// TestWordsChangeNothingElse runs every lesson in both languages: the same seeds give
// the same runs, answers, judgements and codes.
func TestWordsChangeNothingElse(t *testing.T) {
	for _, name := range lessons(t) {
		x := read(t, name)
		for _, seed := range []uint64{0, 1, 4711} {
			own, err := x.Variant(seed)
			if err != nil {
				t.Fatal(name, err)
			}
			told, err := x.In("zh").Variant(seed)
			if err != nil {
				t.Fatal(name, err)
			}
			same(t, name, own, told)
		}
	}
}

func same(t *testing.T, name string, own, told *Variant) {
	t.Helper()
	for i, r := range own.Runs() {
		if other := told.Runs()[i]; other.Text != r.Text || other.Name != r.Name {
			t.Errorf("%s %d: the run %s differs", name, own.Seed, r.Name)
		}
	}
	var given, again []Given
	for i, q := range own.Questions() {
		other := told.Questions()[i]
		if other.Ask == q.Ask {
			t.Errorf("%s: %s is asked in the same words", name, q.Name)
		}
		answer, err := own.Answer(q.Name)
		if err != nil {
			t.Fatal(name, err)
		}
		if a, _ := told.Answer(q.Name); a != answer {
			t.Errorf("%s %s: the answer is %s, and %s in other words", name, q.Name, answer, a)
		}
		a, b := own.Check(q.Name, answer), told.Check(q.Name, answer)
		if a.Right != b.Right || a.Given != b.Given || a.Look != b.Look || !b.Right || a.Reply != "" && b.Reply == a.Reply {
			t.Errorf("%s %s: %+v\n%+v", name, q.Name, a, b)
		}
		given, again = append(given, Given{Question: q.Name, Answer: answer}), append(again, Given{Question: other.Name, Answer: answer})
	}
	code, err := own.Exercise.Code(own.Sheet("", given))
	other, err2 := told.Exercise.Code(told.Sheet("", again))
	if err != nil || err2 != nil || code != other {
		t.Errorf("%s: %s is handed in, and %s in other words (%v, %v)", name, code, other, err, err2)
	}
}

func TestWordsAreNotInTheDigest(t *testing.T) {
	plain, _, _ := strings.Cut(small, "words zh\n")
	a, err := Parse(plain)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Parse(small)
	if err != nil {
		t.Fatal(err)
	}
	if a.Digest != b.Digest {
		t.Error("words in another language make another exercise of it")
	}
}

// TestWordsThatAreMissing holds that what is not translated is said in the lesson's own words.
func TestWordsThatAreMissing(t *testing.T) {
	x, err := Parse(small)
	if err != nil {
		t.Fatal(err)
	}
	if got := x.Languages(); len(got) != 1 || got[0] != "zh" || x.In("de") != x {
		t.Fatal(got)
	}
	v, err := x.In("zh").Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	q := v.Questions()
	if v.Title() != "甲 2 与一个 {括号}" || q[1].Choices[0].Text != "A." || q[1].Choices[1].Text != "乙。" || q[2].Checks[0] != "不久" {
		t.Errorf("%s, %+v", v.Title(), q)
	}
	if own, _ := x.Variant(0); own.Questions()[1].Choices[1].Text != "B." || own.Title() == v.Title() {
		t.Error("the lesson itself is changed")
	}
	if x.Language != "" || v.Exercise.Language != "zh" {
		t.Error(x.Language, v.Exercise.Language)
	}
}
