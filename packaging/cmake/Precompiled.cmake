# Headers of Qt and of the standard library, compiled once for all targets, so that a source compiles in less than half
# the time. The other presets compile each source with its own includes, so that a missing include is an error there.
if(NOT ROOST_PRECOMPILED_HEADERS)
    function(use_precompiled_headers target)
    endfunction()
    return()
endif()

# Libraries and programs can share the compiled headers only if they are compiled with the same options.
add_compile_options(-fPIC -fpch-preprocess)
set(standard_headers <algorithm> <array> <chrono> <expected> <functional> <memory> <mutex> <optional> <utility> <vector>)
set(core_headers <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFuture> <QFutureWatcher> <QHash>
    <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer> <QPromise> <QRegularExpression> <QString>
    <QStringList> <QTimer> <QUrl>)
set(widget_headers <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QLabel> <QLineEdit>
    <QMenu> <QPainter> <QPushButton> <QTableView> <QToolButton> <QWidget>)

file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/precompiled.cpp CONTENT "")
function(precompile name)
    cmake_parse_arguments(PARSE_ARGV 1 pch "" "" "HEADERS;LINKS")
    add_library(${name} STATIC ${PROJECT_BINARY_DIR}/precompiled.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE ${pch_LINKS})
    target_precompile_headers(${name} PRIVATE ${pch_HEADERS})
endfunction()
precompile(precompiled_core HEADERS ${standard_headers} ${core_headers} LINKS Qt6::Core)
if(ROOST_WINDOW)
    precompile(precompiled_widgets HEADERS ${standard_headers} ${core_headers} ${widget_headers} LINKS Qt6::Widgets)
endif()

# Call after the links of `target` are set: a target that links Qt Widgets also gets the headers of Widgets.
function(use_precompiled_headers target)
    get_target_property(links ${target} LINK_LIBRARIES)
    list(REMOVE_ITEM links ui_settings) # a room of ui that links only Qt Core
    if(links MATCHES "(^|;)(ui_|Qt6::Widgets|roost_workspaces|benchwindow)")
        target_precompile_headers(${target} REUSE_FROM precompiled_widgets)
    elseif(links MATCHES "Qt6::|core|service|testsupport")
        target_precompile_headers(${target} REUSE_FROM precompiled_core)
    endif()
endfunction()
