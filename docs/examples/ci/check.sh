#!/usr/bin/env bash
# Checks one report against another; prints the answer and leaves every form of it in a folder.
# Exit code: 0 passed, 1 failed, 2 could not compare.
#
#   check.sh EARLIER LATER [FOLDER]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
earlier=$1 later=$2 folder=${3:-out/check}

mkdir -p "$folder"
# What an earlier run left must not pass for the result of this one.
rm -f "$folder"/check.* "$folder/gl-code-quality.json"
crossyear check "$earlier" "$later" \
    --rules "$here/rules.toml" \
    --acknowledged "$here/acknowledged.toml" \
    --format text \
    -o "$folder/check.md" \
    -o "$folder/check.json" \
    -o "$folder/check.html" \
    -o "$folder/check.xml" \
    -o "$folder/check.sarif" \
    -o "$folder/gl-code-quality.json"
