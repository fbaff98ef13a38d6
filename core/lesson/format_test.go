package lesson

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var rewrite = flag.Bool("rewrite", false, "write the lessons in their canonical form")

func TestLessonsAreCanonical(t *testing.T) {
	for _, name := range lessons(t) {
		text := readText(t, name)
		formatted, err := Format(text)
		if err != nil {
			t.Fatal(name, err)
		}
		if formatted != text && *rewrite {
			if err := os.WriteFile(lessonDir+name+".lesson", []byte(formatted), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if formatted != text {
			t.Errorf("%s is not as Format writes it; go test ./core/lesson -rewrite does", name)
		}
	}
}

// refused are lessons that are wrong, with the place and a part of the message.
var refused = []struct {
	text   string
	line   int
	column int
	want   string
}{
	{"", 0, 0, "the text is empty"},
	{"name x\n", 1, 1, "the first line of a lesson is: version 1"},
	{"version 2\n", 1, 9, "knows version 1"},
	{"version 1\nparam hz 1 2\n", 2, 7, "take another name"},
	{"version 1\nparam count 1 2\n", 2, 7, "has a meaning"},
	{"version 1\nparam a 1..3 x\n", 2, 14, "all numbers or all words"},
	{"version 1\nparam a 1\nvariant v b=1\n", 3, 11, "is no parameter"},
	{"version 1\nlet a b + 1\n", 2, 7, "\"b\" is not known"},
	{"version 1\nlet a (1\n", 2, 9, "missing behind the bracket"},
	{"version 1\nlet a 1 + 2ms\n", 2, 9, "does not go with"},
	{"version 1\nlet a count(D)\n", 2, 7, "there is none here"},
	{"version 1\nstory\n  it has {a\n", 3, 10, "is not closed"},
	{"version 1\nstory\n  it has a}\n", 3, 11, "closes nothing"},
	{"version 1\nrun r\n  for x in [1]\n    write {x} +8\n", 3, 3, "has no end"},
	{"version 1\nrun r\n  end\n", 3, 3, "ends nothing"},
	{"version 1\nrun r\n  like q\n", 3, 3, "no run \"q\""},
	{"version 1\nrun r\n  version 1\npredict q\n  answer cuont(D)\n", 5, 10, "did you mean count?"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer count(Z)\n", 5, 16, "is no action"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer count(D where sektor = 1)\n", 5, 24, "is not known"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer count(D where cause = \"x\")\n", 5, 32, "is no cause"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer r.x\n", 5, 12, "neither a setting nor a figure"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer s.hz\n", 5, 12, "there is no run"},
	{"version 1\nrun r\n  version 1\npredict q\n  answer count(D) = 1\n", 5, 10, "write if("},
	{"version 1\nrun r\n  version 1\npredict q\n  knob hz 1..3\n", 5, 3, "does not stand in a question"},
	{"version 1\nrun r\n  version 1\ngoal q\n  knob hzz 1..3\n", 5, 8, "is no knob"},
	{"version 1\nrun r\n  version 1\ngoal q\n  knob hz 3..1\n", 5, 8, "are numbers"},
	{"version 1\nrun r\n  version 1\ngoal q\n  ask x\n  check count(D)\n  knob hz 1..2\n", 6, 9, "is wanted here"},
	{"version 1\nallow nothing because\n", 2, 7, "is no rule"},
	{"version 1\nallow whole-ms\n", 2, 1, "needs a reason"},
	{"version 1\nwords\n", 2, 7, "are of a language"},
	{"version 1\nwords zh\nwords zh\n", 3, 7, "already"},
	{"version 1\nwords zh\ntitle x\n", 3, 1, "stand at the end"},
	{"version 1\nwords zh\n  tilte x\n", 3, 3, "did you mean title?"},
	{"version 1\nwords zh\n  title x\n  title y\n", 4, 3, "stands here already"},
	{"version 1\nhint a\nwords zh\n  hint x\n  hint y\n", 5, 3, "the lesson has 1"},
	{"version 1\nwords zh\n  run main x\n", 3, 7, "there is no run"},
	{"version 1\nwords zh\n  question q\n    ask x\n", 3, 12, "there is no question"},
	{"version 1\nrun r\n  version 1\npredict q\n  ask a\n  answer 1\nwords zh\n  question q\n    right\n      {x}\n", 10, 8, "not known"},
	{"version 1\nrun r\n  version 1\npredict q\n  ask a\n  answer 1\nwords zh\n  question q\n    wrong x\n", 9, 5, "nothing to stand for"},
	{"version 1\nrun r\n  version 1\nexplain q\n  ask a\n  answer \"a\"\n  choice a A\n  choice c C\nwords zh\n  question q\n    choice b 乙\n", 11, 12, "there is no choice"},
	{"version 1\nrun r\n  version 1\npredict q\n  ask a\n  answer 1\nwords zh\n  question q\n    answer 2\n", 9, 5, "is no text of a question"},
}

func TestRefused(t *testing.T) {
	for _, r := range refused {
		_, err := Parse(r.text)
		list, _ := err.(Errors)
		if len(list) == 0 {
			t.Errorf("%q is not refused: %v", r.text, err)
			continue
		}
		if e := list[0]; e.Line != r.line || e.Column != r.column || !strings.Contains(e.Text, r.want) {
			t.Errorf("%q: %v, want line %d, column %d: %s", r.text, e, r.line, r.column, r.want)
		}
	}
}

// small is a lesson with something of everything.
const small = `version 1
name small
param n 2..4
title A {n} and a {{brace}}
order o a b
# a comment
variant base n=2 o=b,a
let t us(n * 100)
require n < 4 and main.count(D) > 0
allow no-hint it is a test
story
  One paragraph.

  Another, with {o}.
run main
  version 1
  kernel 2.6.24
  for i in 1..n
    if i > 1
      # in the scenario
    end
  end
  task 1
    for x in o
      write {100 * position(o, x)} +8
    end
run other like it
  like main
  turn elevator noop
predict q
  ask How many?
  answer [count(D), other.count(D where not (sector = 1 or write))]
  slot a
  slot b
  wrong [n, -1]
    No.
explain e
  ask Why?
  answer if(hz = 250, "a", "b")
  choice a A.
  choice b B.
goal g
  ask Turn.
  knob hz 100..1000 step 50
  knob sector 0..10
  least hz
  check time(D) < 4ms
    soon
  otherwise {time(D)}
words zh
  title 甲 {n} 与一个 {{括号}}
  run other 像它
  # a comment
  question e
    choice b 乙。
  question g
    check
      不久
    otherwise {time(D)}
`

// FuzzParse holds that any text is refused with places inside it, or read and then
// has one canonical form, and that its variants, questions and answers do not crash.
func FuzzParse(f *testing.F) {
	f.Add(small)
	for _, r := range refused {
		f.Add(r.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x, err := Parse(text)
		if err != nil {
			list, ok := err.(Errors)
			if !ok || len(list) == 0 {
				t.Fatalf("%T %v", err, err)
			}
			for _, e := range list {
				if lines := strings.Count(text, "\n") + 1; e.Text == "" || e.Line < 0 || e.Line > lines || e.Line > 0 && e.Column < 1 {
					t.Fatalf("%+v", e)
				}
			}
			return
		}
		formatted, err := Format(text)
		if err != nil {
			t.Fatal(err)
		}
		y, err := Parse(formatted)
		if err != nil {
			t.Fatalf("%v\n%s", err, formatted)
		}
		if again, _ := Format(formatted); again != formatted || y.Digest != x.Digest {
			t.Fatalf("%q\n%q", formatted, again)
		}
		v, err := x.Variant(7)
		if err != nil {
			return
		}
		v.Title()
		v.Story()
		for _, q := range v.Questions() {
			v.Check(q.Name, "1")
			v.Check(q.Name, "hz=100")
		}
	})
}

func TestTextOfAnyLanguage(t *testing.T) {
	const title = "Wann verlässt der Schreibzugriff {{x}} die 队列 {n} 🙂?"
	x, err := Parse("version 1\nname x\nparam n 3\ntitle " + title + "\nstory\n  s\nrun main\n  version 1\n  kernel 2.6.24\n  elevator noop\n" +
		"  device linear base_us=400 per_sector_ns=12500\n  task 1 name=t\n    write 0 +8\npredict q\n  ask a\n  answer count(D)\n")
	if err != nil {
		t.Fatal(err)
	}
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Wann verlässt der Schreibzugriff {x} die 队列 3 🙂?"; v.Title() != want {
		t.Errorf("got %q, want %q", v.Title(), want)
	}
}
