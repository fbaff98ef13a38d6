package api

import (
	"encoding/json"
	"errors"

	"blkplay/core/lesson"
)

// Lessons is the Grader of package lesson: it runs answers again.
type Lessons struct{}

var _ Grader = Lessons{}

// Check says what is wrong with an exercise's text.
func (Lessons) Check(text string) error {
	_, err := lesson.Parse(text)
	return err
}

// verdict is what a board says of a result. The right answers are not in it:
// whoever posts may post again.
type verdict struct {
	Exercise string   `json:"exercise"`
	Seed     uint64   `json:"seed"`
	Status   string   `json:"status"` // verified, or altered: a claim that the re-run does not bear out
	Problem  string   `json:"problem,omitempty"`
	Right    int      `json:"right"`
	Of       int      `json:"of"`
	Answers  []answer `json:"answers"`
}

type answer struct {
	Question string `json:"question"`
	Given    string `json:"given"`
	Right    bool   `json:"right"`
}

// Grade runs the answers of a result code again. A code of another exercise, or
// of another version of it, is refused.
func (Lessons) Grade(text, code string) (json.RawMessage, error) {
	x, err := lesson.Parse(text)
	if err != nil {
		return nil, err
	}
	r := lesson.NewGrader([]*lesson.Exercise{x}).Grade(code)
	if r.Status != lesson.Verified && r.Status != lesson.Altered {
		return nil, errors.New(r.Problem)
	}
	v := verdict{Exercise: x.Name, Seed: r.Sheet.Seed, Status: r.Status.String(), Problem: r.Problem, Right: r.Score.Right, Of: r.Score.Of}
	for _, g := range r.Graded {
		v.Answers = append(v.Answers, answer{g.Question, g.Given, g.Right})
	}
	return json.Marshal(v)
}
