#!/usr/bin/env bash
# Builds the archive of the last commit twice and compares the bytes: in two folders, with another time zone and
# language. Archives hold the permissions of files, so the umask is that of CI.
# Says "the same" or names the parts that differ; exit code 1 then.
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder zone language
    mkdir -p "$work/$1"
    git archive "$commit" | tar -x -C "$work/$1"
    (cd "$work/$1" && umask 022 && TZ=$2 LC_ALL=$3 ./mvnw -q package -Dmaven.test.skip=true -Dwildfly.package.skip=true)
}

build first UTC C
build second/in/a/deeper/folder Asia/Tokyo tr_TR.UTF-8
one=$work/first/release/target two=$work/second/in/a/deeper/folder/release/target
if cmp -s "$one"/eyeline-*.zip "$two"/eyeline-*.zip && cmp -s "$one"/eyeline-*.tar.gz "$two"/eyeline-*.tar.gz; then
    echo "the same"
else
    diff "$one"/staging/*/checksums.sha256 "$two"/staging/*/checksums.sha256 || true
    exit 1
fi
