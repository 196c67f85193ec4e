#!/usr/bin/env bash
# Make the six fonts of the documents from the npm packages @expo-google-fonts/inter 0.4.2 and
# @expo-google-fonts/source-serif-4 0.4.1 (both OFL-1.1). Run once; its results are committed, because the same
# snapshot must give the same bytes. Needs `pip install fonttools`.
#   scripts/subset-fonts.sh <folder that holds node_modules/@expo-google-fonts>
set -euo pipefail
source="$1/node_modules/@expo-google-fonts"
target="$(dirname "$0")/../server/documents/fonts"

# Latin of every European language, Greek, Cyrillic, punctuation, currencies, fractions, a few signs of trade.
points="U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BC,U+02C6-02C7,U+02C9,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0323"
points+=",U+0326-0328,U+0386-03CE,U+0400-045F,U+0490-0491,U+1E00-1EFF,U+2000-200B,U+2010-2015,U+2018-201E"
points+=",U+2020-2022,U+2026,U+202F,U+2030-2033,U+2039-203A,U+2044,U+2070,U+2074-207F,U+2080-208E,U+20A0-20BF"
points+=",U+2113,U+2116,U+2122,U+2126,U+212E,U+215B-215E,U+2190-2193,U+2202,U+2206,U+220F,U+2211,U+2212,U+221A"
points+=",U+221E,U+222B,U+2248,U+2260,U+2264-2265,U+25CA,U+FB01-FB02"

subset() {
  pyftsubset "$source/$1" --output-file="$target/$2" --unicodes="$points" --no-hinting --desubroutinize \
    --layout-features=kern,tnum,pnum,lnum,onum,liga,ccmp,mark,mkmk,locl
}
mkdir -p "$target"
subset inter/400Regular/Inter_400Regular.ttf inter-400.ttf
subset inter/600SemiBold/Inter_600SemiBold.ttf inter-600.ttf
subset inter/700Bold/Inter_700Bold.ttf inter-700.ttf
subset source-serif-4/400Regular/SourceSerif4_400Regular.ttf source-serif-4-400.ttf
subset source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf source-serif-4-400-italic.ttf
subset source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf source-serif-4-600.ttf
cp "$source/inter/LICENSE_FONT" "$target/OFL-inter.txt"
cp "$source/source-serif-4/LICENSE_FONT" "$target/OFL-source-serif-4.txt"
