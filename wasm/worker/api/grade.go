package api

import (
	"cmp"
	"encoding/json"
	"errors"

	"blkplay/core/lesson"
)

// Lessons is the Grader of package lesson: it runs answers again.
type Lessons struct {
	// Records that all runs of a request may make together; 0 is [gradeRecordsMax].
	Records int
}

// gradeRecordsMax are a second or two. The site's own exercises need 3,000.
const gradeRecordsMax = 1_000_000

var _ Grader = Lessons{}

func (l Lessons) parse(text string) (*lesson.Exercise, error) {
	x, err := lesson.Parse(text)
	if err != nil {
		return nil, err
	}
	x.Bound(cmp.Or(l.Records, gradeRecordsMax))
	return x, nil
}

// Check says what is wrong with an exercise's text. It fails with ErrLong if what is to be predicted of
// it takes longer than a request may.
func (l Lessons) Check(text string) error {
	x, err := l.parse(text)
	if err != nil {
		return err
	}
	if v, err := x.Variant(0); err == nil {
		for _, q := range v.Questions() {
			if q.Kind != lesson.Goal && !x.OutOfBound() {
				_, _ = v.Answer(q.Name)
			}
		}
	}
	if x.OutOfBound() {
		return ErrLong
	}
	return nil // an author may still be at it: the linter says what else is wrong
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
func (l Lessons) Grade(text, code string) (json.RawMessage, error) {
	x, err := l.parse(text)
	if err != nil {
		return nil, err
	}
	r := lesson.NewGrader([]*lesson.Exercise{x}).Grade(code)
	if x.OutOfBound() {
		return nil, ErrLong
	}
	if r.Status != lesson.Verified && r.Status != lesson.Altered {
		return nil, errors.New(r.Problem)
	}
	v := verdict{Exercise: x.Name, Seed: r.Sheet.Seed, Status: r.Status.String(), Problem: r.Problem, Right: r.Score.Right, Of: r.Score.Of}
	for _, g := range r.Graded {
		v.Answers = append(v.Answers, answer{g.Question, g.Given, g.Right})
	}
	return json.Marshal(v)
}
