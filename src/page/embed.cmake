# cmake -DSTYLE=page.css -DSCRIPT=page.js -DOUTPUT=... -P embed.cmake: writes both as functions of one C++ source.
file(READ ${STYLE} STYLE_TEXT)
file(READ ${SCRIPT} SCRIPT_TEXT)
set(SOURCE "#include \"embedded.hpp\"\n\nnamespace assay::page {\n\n")
string(APPEND SOURCE "std::string_view styleSheet() {\n    return R\"page(${STYLE_TEXT})page\";\n}\n\n")
string(APPEND SOURCE "std::string_view script() {\n    return R\"page(${SCRIPT_TEXT})page\";\n}\n\n")
string(APPEND SOURCE "}  // namespace assay::page\n")
file(WRITE ${OUTPUT} "${SOURCE}")
