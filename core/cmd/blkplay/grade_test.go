package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"blkplay/core/lesson"
)

const lessonDir = "../../../web/lessons"

// codeOf answers every question of an exercise rightly and returns the code.
func codeOf(t *testing.T, name string, seed uint64, person string) (code string, x *lesson.Exercise, s *lesson.Sheet) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(lessonDir, name+lessonEnding))
	if err != nil {
		t.Fatal(err)
	}
	if x, err = lesson.Parse(string(text)); err != nil {
		t.Fatal(err)
	}
	v, err := x.Variant(seed)
	if err != nil {
		t.Fatal(err)
	}
	var answers []lesson.Given
	for _, q := range v.Questions() {
		answer, err := v.Answer(q.Name)
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, lesson.Given{Question: q.Name, Answer: answer})
	}
	s = v.Sheet(person, answers)
	if code, err = x.Code(s); err != nil {
		t.Fatal(err)
	}
	return code, x, s
}

func TestGradeAClass(t *testing.T) {
	var class strings.Builder
	for i := range 30 {
		code, _, _ := codeOf(t, "e05", uint64(i), "")
		class.WriteString("student " + strconv.Itoa(i) + "," + code + "\n")
	}
	out, err, status := blkplay("", "grade", "-pass", "100", lessonDir, file(t, "class.csv", class.String()))
	rows, wrong := csv.NewReader(strings.NewReader(out)).ReadAll()
	if status != 0 || err != "30 graded, 30 verified\n" || wrong != nil || len(rows) != 31 {
		t.Fatalf("%d %q %v\n%s", status, err, wrong, out)
	}
	if r := rows[30]; r[0] != "student 29" || r[2] != "e05" || r[3] != "29" || r[4] != "verified" || r[7] != "1.000" {
		t.Errorf("%q", r)
	}
}

func TestGradeForgedAndMistyped(t *testing.T) {
	good, x, s := codeOf(t, "e01", 77, "Ann, the first")
	s.Given[0].Answer, s.Given[0].Claim = "99 ms", true
	forged, err := x.Code(s)
	if err != nil {
		t.Fatal(err)
	}
	mistyped := good[:8] + "ZZ" + good[10:]
	in := "# a comment\n" + good + "\n\"forged\"\t\"" + forged + "\"\n" + mistyped + "\nE77-1234\n"
	out, message, status := blkplay(in, "grade", "-format", "json", lessonDir, "-")
	if status != exitFailure || message != "4 graded, 1 verified, 1 altered, 1 damaged, 1 unknown\n" {
		t.Errorf("%d %q", status, message)
	}
	var list []struct {
		Label, Person, Status, Problem string
		Scaled                         float64
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != 4 {
		t.Fatal(err, out)
	}
	if r := list[0]; r.Person != "Ann, the first" || r.Status != "verified" || r.Scaled != 1 {
		t.Errorf("%+v", r)
	}
	if r := list[1]; r.Label != "forged" || r.Status != "altered" || r.Scaled != 0.666 || !strings.Contains(r.Problem, "leaves") {
		t.Errorf("%+v", r)
	}
	if list[2].Status != "damaged" || list[3].Status != "unknown" {
		t.Errorf("%+v", list)
	}
}

func TestGradeSheets(t *testing.T) {
	_, _, s := codeOf(t, "e07", 5, "Bo")
	one := string(s.AppendJSON(nil))
	for _, in := range []string{one, one + "\n" + one, "[" + one + "," + one + "]"} {
		out, message, status := blkplay(in, "grade", lessonDir, "-")
		if status != 0 || !strings.Contains(out, ",Bo,e07,5,verified,3,3,1.000,") {
			t.Errorf("%d %q %q", status, out, message)
		}
	}
}

func TestLintCommand(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(lessonDir, "*.lesson"))
	if err != nil || len(names) != 13 {
		t.Fatal(err, names)
	}
	if out, message, status := blkplay("", append([]string{"lint"}, names...)...); status != 0 || out+message != "" {
		t.Errorf("%d %q %q", status, out, message)
	}
	bad := file(t, "bad.lesson", "version 1\nname x\nparam a 1\n  b\n")
	out, _, status := blkplay("", "lint", bad)
	if status != exitFailure || !strings.HasPrefix(out, bad+":4:3: syntax: ") {
		t.Errorf("%d %q", status, out)
	}
	if out, _, status := blkplay("", "lint", "-rules"); status != 0 || !strings.Contains(out, "whole-ms") {
		t.Errorf("%d %q", status, out)
	}
}

func TestFmtOfLessons(t *testing.T) {
	out, message, status := blkplay("", "fmt", filepath.Join(lessonDir, "e03.lesson"))
	text, err := os.ReadFile(filepath.Join(lessonDir, "e03.lesson"))
	if err != nil || status != 0 || out != string(text) {
		t.Errorf("%v %d %q", err, status, message)
	}
}
