list(APPEND api_headers blob/bloblist.h blob/blobs.h blob/containers.h blob/signature.h)
list(APPEND api_sources blob/bloblist.cpp blob/blobs.cpp blob/blobwrites.cpp blob/containers.cpp blob/signature.cpp)
list(APPEND api_private wire)
