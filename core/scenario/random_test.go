package scenario_test

import (
	"reflect"
	"testing"

	"blkplay/core/scenario"
	"blkplay/core/soak"
)

func TestRandomScenariosAsText(t *testing.T) {
	for seed := uint64(1); seed <= 3000; seed++ {
		sc := soak.Scenario(seed)
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, errs, scenario.Format(sc))
		}
		text := scenario.Format(sc)
		back, err := scenario.Parse(text)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		if again := scenario.Format(back); again != text {
			t.Fatalf("seed %d:\n%s\n%s", seed, text, again)
		}
		back.ClearPos()
		if !reflect.DeepEqual(sc, back) {
			t.Fatalf("seed %d:\n%+v\n%+v\n%s", seed, sc, back, text)
		}
	}
}
