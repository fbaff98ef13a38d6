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

// longExercise is one whose prediction is cheap, and whose goal asks for the smallest of many values.
const longExercise = `version 1
name long
title Long

story
  A lot.

run main
  version 1
  kernel 2.6.24
  elevator noop
  task 1
    stream write random seed=7 count=COUNT +8 every 100us
    wait

predict n
  ask How many?
  answer count(Q)
  hint Count.

goal least
  on main
  ask Turn.
  knob unplug_thresh 1..100
  check unplug_thresh > 89
    large
  least unplug_thresh
  hint Turn.
`

// TestLongExercises holds that no exercise, whoever wrote it, makes a request long.
func TestLongExercises(t *testing.T) {
	board := func(count string, records int) (int, func(code string) int) {
		h := newKeeper(t, Options{Grader: Lessons{Records: records}})
		body, err := json.Marshal(map[string]string{"lesson": strings.ReplaceAll(longExercise, "COUNT", count)})
		if err != nil {
			t.Fatal(err)
		}
		status, made := h.asked(t, "POST", "/api/boards", string(body))
		return status, func(code string) int {
			status, _ := h.asked(t, "POST", "/api/boards/"+made["board"].(string)+"/results", `{"code":"`+code+`"}`)
			return status
		}
	}
	if status, _ := board("9000", 20_000); status != 413 {
		t.Errorf("a board whose exercise has a long run: %d", status)
	}
	status, post := board("300", 20_000)
	if status != 201 {
		t.Fatal(status)
	}
	x, err := lesson.Parse(strings.ReplaceAll(longExercise, "COUNT", "300"))
	if err != nil {
		t.Fatal(err)
	}
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	for answer, want := range map[string]int{"": 201, "unplug_thresh=3": 201, "unplug_thresh=90": 413} {
		code, err := x.Code(v.Sheet("", []lesson.Given{{Question: "n", Answer: "300"}, {Question: "least", Answer: answer}}))
		if err != nil {
			t.Fatal(err)
		}
		if status := post(code); status != want {
			t.Errorf("%q: %d, want %d", answer, status, want)
		}
	}
}
