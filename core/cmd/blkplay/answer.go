package main

import (
	"flag"
	"fmt"
	"strings"

	"blkplay/core/lesson"
)

// answerCommand prints the code that hands in answers, as the exercise's page does.
func answerCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("answer", flag.ContinueOnError)
	seed := flags.Uint64("seed", 0, "")
	person := flags.String("person", "", "")
	words, err := parseArgs(flags, args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError("an exercise is needed")
	}
	text, err := readFile(std, words[0], lesson.TextBytesMax)
	if err != nil {
		return err
	}
	x, err := lesson.Parse(string(text))
	if err != nil {
		return &placed{shown(words[0]), err}
	}
	v, err := x.Variant(*seed)
	if err != nil {
		return &placed{shown(words[0]), err}
	}
	var given []lesson.Given
	for _, word := range words[1:] {
		question, answer, ok := strings.Cut(word, "=")
		if !ok {
			return usageError(word + ": an answer is QUESTION=ANSWER")
		}
		if problem := v.Check(question, answer).Problem; problem != "" {
			return fmt.Errorf("%s: %s", question, problem)
		}
		given = append(given, lesson.Given{Question: question, Answer: answer})
	}
	code, err := x.Code(v.Sheet(*person, given))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(std.out, code)
	return err
}
