package conform_test

import (
	"reflect"
	"testing"

	"blkplay/core/conform"
	"blkplay/core/scenario"
)

// TestGoldenCasesAsText writes every golden case as a scenario text and reads it back.
func TestGoldenCasesAsText(t *testing.T) {
	bytes, failed := 0, 0
	eachCase(t, func(file string, c *conform.Case) {
		sc, err := c.Scenario()
		if err != nil {
			t.Fatal(file, err)
		}
		text := scenario.Format(sc)
		bytes += len(text)
		back, err := scenario.Parse(text)
		if err == nil {
			back.ClearPos()
			if reflect.DeepEqual(sc, back) {
				return
			}
		}
		if failed++; failed < 4 {
			t.Errorf("%s %s: %v\n%+v\n%+v\n%.600s", file, c.Name, err, sc, back, text)
		}
	})
	if failed > 0 || bytes == 0 {
		t.Errorf("%d cases failed; %d bytes", failed, bytes)
	}
}
