package sim

import "testing"

func TestWheelExpiry(t *testing.T) {
	const now = InitialJiffies
	for _, c := range []struct{ ahead, fires Jiffies }{
		{0, 1}, {1, 2}, {3, 4}, {62, 63}, // a jiffy late
		{63, 64}, {64, 72}, {100, 104}, {503, 504}, // in steps of 8
		{504, 512}, {512, 576}, {1000, 1024}, // in steps of 64
	} {
		if got := WheelExpiry(now, now+c.ahead) - now; got != c.fires {
			t.Errorf("armed %d jiffies ahead: fires after %d, want %d", c.ahead, got, c.fires)
		}
	}
}
