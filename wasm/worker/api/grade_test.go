package api

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"blkplay/core/lesson"
)

func TestAPostedCodeIsRunAgain(t *testing.T) {
	text, err := os.ReadFile("../../../web/lessons/e01.lesson")
	if err != nil {
		t.Fatal(err)
	}
	x, err := lesson.Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	questions := v.Questions()
	right, err := v.Answer(questions[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	sheet := v.Sheet("", []lesson.Given{{Question: questions[0].Name, Answer: right}})
	code, err := x.Code(sheet)
	if err != nil {
		t.Fatal(err)
	}
	said, err := Lessons{}.Grade(string(text), code)
	if err != nil {
		t.Fatal(err)
	}
	var got verdict
	if err := json.Unmarshal(said, &got); err != nil || got.Status != "verified" || got.Right != 1 || got.Of != len(questions) || !got.Answers[0].Right {
		t.Errorf("%v %s", err, said)
	}
	if strings.Contains(string(said), "want") {
		t.Errorf("the right answers are told: %s", said)
	}
	if _, err := (Lessons{}).Grade(string(text), "E02"+strings.TrimPrefix(code, "E01")); err == nil {
		t.Error("a code of another exercise is taken")
	}
	last := code[len(code)-1]
	other := map[bool]string{true: "1", false: "2"}[last != '1']
	if _, err := (Lessons{}).Grade(string(text), code[:len(code)-1]+other); err == nil {
		t.Error("a damaged code is taken")
	}
	if err := (Lessons{}).Check("version 1\nnonsense\n"); err == nil || !strings.Contains(err.Error(), "2") {
		t.Errorf("%v", err)
	}
}
