//go:build !js

package api

import (
	"encoding/json"
	"strings"
	"testing"

	"blkplay/core/lesson"
)

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
