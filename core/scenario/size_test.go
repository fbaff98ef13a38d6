package scenario_test

import (
	"strconv"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// TestLargestTexts reads texts as long as they may be, of the shapes that are
// most work to read. They take well under a second each; a reader whose work
// grows with the square of the text would take hours.
func TestLargestTexts(t *testing.T) {
	begin := "version 1\nkernel 2.6.24\ntask 1\n"
	for name, line := range map[string]func(i int) string{
		"ops":               func(int) string { return "wait\n" },
		"hands, last first": func(i int) string { return "at " + strconv.Itoa(600_000-i) + "us wait\n" },
		"stores":            func(int) string { return "set writes_starved 5\n" },
		"tasks with one hand": func(i int) string {
			return "task " + strconv.Itoa(i+2) + "\nat 1s task " + strconv.Itoa(i+2) + " wait\n"
		},
		"comments": func(int) string { return "#\n" },
	} {
		var b strings.Builder
		b.WriteString(begin)
		for i := 0; i < scenario.TasksMax-1 || !strings.HasPrefix(name, "tasks"); i++ {
			next := line(i)
			if b.Len()+len(next) > scenario.TextBytesMax {
				break
			}
			b.WriteString(next)
		}
		if _, err := scenario.Parse(b.String()); err != nil {
			t.Error(name, err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := "version 1\nkernel 2.6.24\ntask 1\n" + strings.Repeat("  write 123456 +8 sync\n  sleep until 1234567ns\n", 20_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scenario.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
