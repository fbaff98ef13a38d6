#!/bin/sh
# Makes wasm/worker/build, what the edge runs and serves. The site is built
# first, unless a folder that has it is given: build.sh dist, or SITE=dist
set -e
cd "$(dirname "$0")/../.."
out=wasm/worker/build
rm -rf "$out"
site=${1:-$SITE}
if [ -z "$site" ]; then
	site=dist
	go run ./build -out "$site"
fi
go tool workers-assets-gen -mode=go -o "$out"
GOOS=js GOARCH=wasm go build -trimpath -ldflags='-s -w' -o "$out/app.wasm" ./wasm/worker
cp -R "$site" "$out/site"
go run ./wasm/worker -headers >"$out/site/_headers"
# The edge packs by itself.
find "$out/site" -name '*.br' -exec rm {} +
find "$out/site" -name '*.gz' | while read -r packed; do
	if [ -e "${packed%.gz}" ]; then rm "$packed"; fi
done
printf '.blkplay-site\n' >"$out/site/.assetsignore"
