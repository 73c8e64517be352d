# Functions that enforce the layers: a target can use only what it links.

# room(NAME HEADERS h... SOURCES s... [LINKS public targets...] [PRIVATE targets...])
# A library of one folder, static unless BUILD_SHARED_LIBS is set; an interface library if there is no source. LINKS are
# the rooms and libraries that its headers may use, PRIVATE those that only its sources may use. Each header must compile
# on its own with these links (CMAKE_VERIFY_INTERFACE_HEADER_SETS). Include paths begin at the top of the tree:
# "models/core/run.h".
function(room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "HEADERS;SOURCES;LINKS;PRIVATE")
    if(room_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "room(${name}): unknown words ${room_UNPARSED_ARGUMENTS}")
    endif()
    if(room_SOURCES)
        add_library(${name} ${room_SOURCES})
        target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${room_HEADERS})
        target_link_libraries(${name} PUBLIC ${room_LINKS} PRIVATE ${room_PRIVATE})
        use_precompiled_headers(${name})
    else()
        add_library(${name} INTERFACE)
        target_sources(${name} INTERFACE FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${room_HEADERS})
        target_link_libraries(${name} INTERFACE ${room_LINKS})
    endif()
    # Used by tests/rooms, which compares the links with the includes of the sources.
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    list(JOIN room_LINKS "," links)
    list(JOIN room_PRIVATE "," private)
    set_property(GLOBAL APPEND PROPERTY ROOST_ROOMS "${name}|${folder}|${links}|${private}")
endfunction()

# program(NAME SOURCES s... LINKS targets...): an installed executable with a thin main().
function(program name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;LINKS")
    add_executable(${name} ${program_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${program_LINKS})
    use_precompiled_headers(${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    list(JOIN program_LINKS "," links)
    set_property(GLOBAL APPEND PROPERTY ROOST_ROOMS "${name}|${folder}|${links}|")
endfunction()

# unit_test(NAME LINKS targets... [SOURCES s...] [LABELS l...] [TIMEOUT seconds] [ENVIRONMENT k=v...])
# One Qt Test program, NAME.cpp by default, run by CTest with Qt's offscreen platform.
function(unit_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT")
    if(NOT test_SOURCES)
        set(test_SOURCES ${name}.cpp)
    endif()
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 120)
    endif()
    add_executable(${name} ${test_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE testsupport Qt6::Test ${test_LINKS})
    use_precompiled_headers(${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/test-config;${test_ENVIRONMENT}")
endfunction()
