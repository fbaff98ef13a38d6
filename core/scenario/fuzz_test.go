package scenario_test

import (
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// FuzzParse holds that any text is either refused with places inside it, or read,
// and then means the same after formatting.
func FuzzParse(f *testing.F) {
	for _, c := range formatted {
		f.Add(c.text)
	}
	for _, c := range refused {
		text := c.text
		if !strings.Contains(text, "version") {
			text = head + text
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := scenario.Parse(text)
		formatted, formatErr := scenario.FormatText(text)
		if (err == nil) != (formatErr == nil) {
			t.Fatalf("read: %v; formatted: %v", err, formatErr)
		}
		if err != nil {
			checkPlaces(t, text, err)
			return
		}
		checkRoundTrip(t, text)
		if again, err := scenario.FormatText(formatted); err != nil || again != formatted {
			t.Fatalf("%v\n%q\n%q", err, formatted, again)
		}
	})
}

func checkPlaces(t *testing.T, text string, err error) {
	list, ok := err.(scenario.Errors)
	if !ok || len(list) == 0 {
		t.Fatalf("%T %v", err, err)
	}
	lines := strings.Split(text, "\n")
	for _, e := range list {
		if e.Text == "" || e.Line < 0 || e.Line > len(lines) || e.Line > 0 && e.Column < 1 {
			t.Fatalf("%+v", e)
		}
		if e.Line > 0 && e.Column > len(lines[e.Line-1])+2+len("\ufeff") {
			t.Fatalf("%+v is behind the line %q", e, lines[e.Line-1])
		}
	}
}
