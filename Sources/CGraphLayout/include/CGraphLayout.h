#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Graphs laid out in layers by Graphviz's dot. All lengths are in points. Graphviz keeps its state in global
   variables: no two of these functions may run at the same time. */

typedef struct {
  double x, y; /* y grows upwards */
} holdfast_point;

typedef struct {
  holdfast_point low, high;
} holdfast_box;

/* A curve of cubic Bézier pieces, one after the other: 3n + 1 points. */
typedef struct {
  const holdfast_point *_Nullable points;
  size_t count;
  /* Where the arrow at its end has its tip. */
  holdfast_point tip;
} holdfast_curve;

typedef struct {
  /* Whether layers are columns, the first at the left; if not, they are rows, the first on top. */
  bool is_rightwards;
  /* Between nodes of a layer, and between layers. */
  double node_gap, layer_gap;
  /* Around the nodes of a cluster. */
  double cluster_margin;
  size_t node_count;
  /* The width and height of each node. */
  const holdfast_point *_Nullable node_sizes;
  /* The cluster of each node; negative: none. */
  const int *_Nullable node_clusters;
  size_t cluster_count;
  size_t edge_count;
  /* The nodes at the start and at the end of each edge, one pair after the other. */
  const int *_Nullable edge_ends;
} holdfast_graph;

typedef struct holdfast_layout holdfast_layout;

/* Lays a graph out. NULL if that can't be done; then holdfast_layout_problem says why. */
holdfast_layout *_Nullable holdfast_layout_make(const holdfast_graph *_Nonnull graph);
void holdfast_layout_free(holdfast_layout *_Nullable layout);

/* Why the last graph could not be laid out. */
const char *_Nonnull holdfast_layout_problem(void);

holdfast_box holdfast_layout_bounds(const holdfast_layout *_Nonnull layout);
/* The middle of a node. */
holdfast_point holdfast_layout_node(const holdfast_layout *_Nonnull layout, size_t node);
holdfast_box holdfast_layout_cluster(const holdfast_layout *_Nonnull layout, size_t cluster);
/* The points are good as long as the layout is. No points: it has no curve. */
holdfast_curve holdfast_layout_edge(const holdfast_layout *_Nonnull layout, size_t edge);
