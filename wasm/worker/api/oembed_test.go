package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

const embedScenario = "version 1\n# \"quoted\" & <b>bold</b>\nkernel 4.4\ntask 1\n  write 0 +8\n"

// fragmentOf is a link written by hand.
func fragmentOf(text string) string {
	return "text=" + strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}

func askOEmbed(t *testing.T, query string) (int, embedAnswer, http.Header) {
	t.Helper()
	r := httptest.NewRequest("GET", "https://blk.example/oembed?"+query, nil)
	w := httptest.NewRecorder()
	New(Options{}).ServeHTTP(w, r)
	var answer embedAnswer
	if w.Code == http.StatusOK {
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
			t.Fatalf("%s: %v", w.Body, err)
		}
	}
	return w.Code, answer, w.Header()
}

func TestOEmbed(t *testing.T) {
	fragment := fragmentOf(embedScenario)
	of := func(page string) string { return "url=" + url.QueryEscape(page+"#"+fragment) }
	page := of("https://blk.example/")

	rows := []struct {
		query         string
		status        int
		width, height int
	}{
		{page, 200, embedWidth, wideHeight},
		{page + "&format=json&maxwidth=2000&maxheight=5000", 200, embedWidth, wideHeight},
		{page + "&maxwidth=600", 200, 600, middleHeight},
		{page + "&maxwidth=320&maxheight=400", 200, 320, 400},
		{of("http://BLK.example/index.html"), 200, embedWidth, wideHeight},
		{of("https://blk.example/embed.html"), 200, embedWidth, wideHeight},
		{page + "&format=xml", 501, 0, 0},
		{page + "&maxwidth=-1", 400, 0, 0},
		{page + "&maxwidth=wide", 400, 0, 0},
		{of("https://other.example/"), 404, 0, 0},
		{of("https://blk.example@other.example/"), 404, 0, 0},
		{of("https://user@blk.example/"), 404, 0, 0},
		{of("javascript://blk.example/"), 404, 0, 0},
		{of("https://blk.example/verify.html"), 404, 0, 0},
		{"url=" + url.QueryEscape("https://blk.example/#b1.AAAA.BBBB"), 404, 0, 0},
		{"url=" + url.QueryEscape("https://blk.example/"), 404, 0, 0},
		{"", 404, 0, 0},
	}
	for _, row := range rows {
		status, answer, header := askOEmbed(t, row.query)
		if status != row.status || answer.Width != row.width || answer.Height != row.height {
			t.Errorf("%s: %d, %d × %d; want %d, %d × %d", row.query, status, answer.Width, answer.Height, row.status, row.width, row.height)
		}
		if kind := header.Get("Content-Type"); !strings.HasPrefix(kind, "application/json") {
			t.Errorf("%s: is %s", row.query, kind)
		}
	}
}

func TestOEmbedIsRichAndSafe(t *testing.T) {
	fragment := fragmentOf(embedScenario) + "&x=\"><script>1</script>"
	_, answer, header := askOEmbed(t, "url="+url.QueryEscape("https://blk.example/#"+fragment))
	if answer.Version != "1.0" || answer.Type != "rich" || answer.ProviderURL != "https://blk.example/" {
		t.Errorf("%+v", answer)
	}
	if want := `"quoted" & <b>bold</b>`; answer.Title != want {
		t.Errorf("title %q, want %q", answer.Title, want)
	}
	if strings.Contains(answer.HTML, "<script") || strings.Contains(answer.HTML, "<b>") || strings.Count(answer.HTML, "<") != 2 {
		t.Errorf("what is embedded is more than a frame: %s", answer.HTML)
	}
	if !strings.HasPrefix(answer.HTML, `<iframe src="https://blk.example/embed.html#text=version`) {
		t.Error(answer.HTML)
	}
	if header.Get("Access-Control-Allow-Origin") != "*" {
		t.Error("scripts of other sites cannot read the answer")
	}
}
