package main

import (
	"strconv"

	"blkplay/core/lesson"
	"blkplay/wasm/abi"
)

// Calls for exercises; their twin is web/engine/lessons.ts. Each takes the
// exercise's text anew: no call leaves anything behind.

// variantOf takes an exercise's text and a seed (text, decimal).
func variantOf(r *abi.Reader) (*lesson.Variant, error) {
	text, digits := r.Text(), r.Text()
	if r.Short {
		return nil, errShort
	}
	x, err := lesson.Parse(text)
	if err != nil {
		return nil, err
	}
	seed, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		return nil, err
	}
	return x.Variant(seed)
}

// lessonVariant tells what a reader sees of an exercise.
//
// In: its text, the seed, the language wished for. Out: name, digest, the language
// of its words ("": its own), those it has words in (texts), title, story; whether
// causes are to be shown (u32); hints (texts); parameters and runs, each a list of
// name, label, text; the questions, see writeQuestion.
func (t *tools) lessonVariant(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		v.Exercise = v.Exercise.In(r.Text())
		w.Text(v.Exercise.Name)
		w.Text(v.Exercise.Digest)
		w.Text(v.Exercise.Language)
		w.Texts(v.Exercise.Languages())
		w.Text(v.Title())
		w.Text(v.Story())
		writeBool(w, v.Exercise.ShowCauses)
		w.Texts(v.Hints())
		writeTexts(w, v.Parameters())
		writeTexts(w, v.Runs())
		questions := v.Questions()
		w.U32(len(questions))
		for i := range questions {
			writeQuestion(w, &questions[i])
		}
		return nil
	})
}

func writeBool(w *abi.Writer, yes bool) {
	if yes {
		w.U32(1)
		return
	}
	w.U32(0)
}

func writeTexts(w *abi.Writer, list []lesson.Text) {
	w.U32(len(list))
	for _, t := range list {
		w.Text(t.Name)
		w.Text(t.Label)
		w.Text(t.Text)
	}
}

// writeQuestion writes name, kind (u32), run, ask, the answer's type (u32), slots,
// offers (texts), choices (word and text), knobs (name, whether numbers (u32), low,
// high, step (i64), words, what it is set to), turn (u32), checks (texts), least, hints.
func writeQuestion(w *abi.Writer, q *lesson.Question) {
	w.Text(q.Name)
	w.U32(int(q.Kind))
	w.Text(q.Run)
	w.Text(q.Ask)
	w.U32(int(q.Answer))
	w.Texts(q.Slots)
	w.Texts(q.Offer)
	w.U32(len(q.Choices))
	for _, c := range q.Choices {
		w.Text(c.Word)
		w.Text(c.Text)
	}
	w.U32(len(q.Knobs))
	for i, k := range q.Knobs {
		w.Text(k.Name)
		writeBool(w, k.Numeric)
		w.I64(k.Low)
		w.I64(k.High)
		w.I64(k.Step)
		w.Texts(k.Words)
		w.Text(q.Now[i])
	}
	w.U32(q.Turn)
	w.Texts(q.Checks)
	w.Text(q.Least)
	w.Texts(q.Hints)
}

// lessonCheck judges an answer.
//
// In: text, seed, language, question, answer. Out: whether it is right (u32), problem,
// given, want, reply; the checks, each text, whether it holds (u32), found; the run and the
// number (u32) of the event to look at.
func (t *tools) lessonCheck(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		v.Exercise = v.Exercise.In(r.Text())
		d := v.Check(r.Text(), r.Text())
		writeBool(w, d.Right)
		w.Text(d.Problem)
		w.Text(d.Given)
		w.Text(d.Want)
		w.Text(d.Reply)
		w.U32(len(d.Checks))
		for _, c := range d.Checks {
			w.Text(c.Text)
			writeBool(w, c.Holds)
			w.Text(c.Found)
		}
		w.Text(d.Look.Run)
		w.U32(d.Look.Line)
		return nil
	})
}

// lessonAnswer gives the right answer; of a goal a setting that reaches it, "" if
// a search finds none.
//
// In: text, seed, question. Out: the answer.
func (t *tools) lessonAnswer(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		answer, err := v.Answer(r.Text())
		w.Text(answer)
		return err
	})
}

// lessonScenario gives a goal's scenario with the answer's knobs turned.
//
// In: text, seed, question, answer. Out: the scenario, and what is wrong ("": nothing).
func (t *tools) lessonScenario(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		text, problem := v.Scenario(r.Text(), r.Text())
		w.Text(text)
		w.Text(problem)
		return nil
	})
}

// lessonTurned gives the knobs that a scenario has turned, as an answer.
//
// In: text, seed, question, scenario. Out: the answer, and what is wrong ("": nothing).
func (t *tools) lessonTurned(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		answer, problem := v.Turned(r.Text(), r.Text())
		w.Text(answer)
		w.Text(problem)
		return nil
	})
}

// lessonSheet makes what is handed in.
//
// In: text, seed, person, the answers, each a question and its answer. Out: the
// code, the sheet as JSON, the result as CSV with its head; how many are right, of
// how many, and the scaled score in thousandths (u32 each).
func (t *tools) lessonSheet(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		v, err := variantOf(r)
		if err != nil {
			return err
		}
		person := r.Text()
		var answers []lesson.Given
		for n := r.U32(); n > 0 && !r.Short; n-- {
			answers = append(answers, lesson.Given{Question: r.Text(), Answer: r.Text()})
		}
		s := v.Sheet(person, answers)
		code, err := v.Exercise.Code(s)
		if err != nil {
			return err
		}
		result := lesson.NewGrader([]*lesson.Exercise{v.Exercise}).Grade(code)
		w.Text(code)
		w.Bytes(s.AppendJSON(nil))
		w.Bytes(result.AppendCSV(lesson.AppendCSVHead(nil), ""))
		w.U32(result.Score.Right)
		w.U32(result.Score.Of)
		w.U32(result.Score.Scaled)
		return nil
	})
}

// lessonGrade runs codes again. Progress counts codes.
//
// In: the exercises' texts (list), the codes, each a label and a code. Out: the
// results as CSV with its head, and as a JSON array.
func (t *tools) lessonGrade(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		var exercises []*lesson.Exercise
		for n := r.U32(); n > 0 && !r.Short; n-- {
			x, err := lesson.Parse(r.Text())
			if err != nil {
				return err
			}
			exercises = append(exercises, x)
		}
		g := lesson.NewGrader(exercises)
		table, list := lesson.AppendCSVHead(nil), []byte("[")
		count := r.U32()
		for i := 0; i < count && !r.Short; i++ {
			label := r.Text()
			result := g.Grade(r.Text())
			table = result.AppendCSV(table, label)
			if i > 0 {
				list = append(list, ',')
			}
			list = result.AppendJSON(list, label)
			progress(float64(i+1), float64(count))
		}
		if r.Short {
			return errShort
		}
		w.Bytes(table)
		w.Bytes(append(list, ']'))
		return nil
	})
}

// lessonLint says what is wrong with an exercise.
//
// In: its text. Out: findings, each line, column (u32), rule, whether it is an error
// (u32), text; the canonical form, "" if it cannot be read.
func (t *tools) lessonLint(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		text := r.Text()
		if r.Short {
			return errShort
		}
		found := lesson.Lint(text)
		w.U32(len(found))
		for i := range found {
			f := &found[i]
			w.U32(f.Line)
			w.U32(f.Column)
			w.Text(f.Rule)
			writeBool(w, f.Error)
			w.Text(f.Text)
		}
		formatted, _ := lesson.Format(text)
		w.Text(formatted)
		return nil
	})
}

// lessonWords lists what an author may write: the words of expressions and the
// rules of the linter.
//
// Out: two lists, each of name, label, text.
func (t *tools) lessonWords(n int) int32 {
	return t.call(n, func(_ *abi.Reader, w *abi.Writer) error {
		writeTexts(w, lesson.Words())
		writeTexts(w, lesson.Rules())
		return nil
	})
}
