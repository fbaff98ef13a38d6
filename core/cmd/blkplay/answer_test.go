package main

import (
	"strings"
	"testing"

	"blkplay/core/lesson"
)

func TestAnswerHandsInACode(t *testing.T) {
	const e01 = "../../../web/lessons/e01.lesson"
	out, err, status := blkplay("", "answer", "-person", "Ada", e01, "leaves=4ms", "cause=plug-off-wait")
	if status != 0 || err != "" || !strings.HasPrefix(out, "E01-") {
		t.Fatal(status, out, err)
	}
	text, failed := readFile(&streams{}, e01, lesson.TextBytesMax)
	if failed != nil {
		t.Fatal(failed)
	}
	x, failed := lesson.Parse(string(text))
	if failed != nil {
		t.Fatal(failed)
	}
	r := lesson.NewGrader([]*lesson.Exercise{x}).Grade(out)
	if r.Status != lesson.Verified || r.Score.Right != 1 || r.Sheet.Person != "Ada" {
		t.Errorf("%+v", r)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{e01, "leaves"}, "QUESTION=ANSWER"},
		{[]string{e01, "leaves=soon"}, "leaves: "},
		{[]string{e01, "nothing=4"}, "nothing: "},
		{nil, "an exercise is needed"},
	} {
		if out, err, status := blkplay("", append([]string{"answer"}, c.args...)...); status == 0 || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%v: %d %s %s", c.args, status, out, err)
		}
	}
}
