#define _GNU_SOURCE
#include "CGraphLayout.h"

#include <dlfcn.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gvc.h>

struct holdfast_layout {
  Agraph_t *graph;
  Agnode_t **nodes;
  Agraph_t **clusters;
  Agedge_t **edges;
};

static char problem[256] = "";

static void say(const char *text) { snprintf(problem, sizeof problem, "%s", text); }

const char *holdfast_layout_problem(void) { return problem; }

/* Graphviz prints what troubles it to standard error unless told otherwise. The first of it is kept. */
static int keep(char *text) {
  if (problem[0] == '\0') say(text);
  return 0;
}

/* ---- Graphviz with the one plugin that we need ---------------------------------------------------------- */

/* Left to itself Graphviz reads a list of plugins from a file and loads a good many, down to fonts and image
   formats. The one for layers lies beside the library, or in a folder `graphviz` there, under the same
   version. */
static void *layered_plugin(void) {
  Dl_info place;
  void *known = dlsym(RTLD_DEFAULT, "gvContextPlugins");
  if (known == NULL || dladdr(known, &place) == 0 || place.dli_fname == NULL) return NULL;
  const char *slash = strrchr(place.dli_fname, '/');
  const char *version = strstr(slash == NULL ? place.dli_fname : slash, ".so");
  if (version == NULL) return NULL;
  int folder = slash == NULL ? 0 : (int)(slash - place.dli_fname) + 1;
  static const char *const below[] = {"graphviz/", ""};
  for (size_t index = 0; index < 2; index++) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%.*s%slibgvplugin_dot_layout%s", folder, place.dli_fname,
                          below[index], version);
    if (length < 0 || (size_t)length >= sizeof path) continue;
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void *plugin = library == NULL ? NULL : dlsym(library, "gvplugin_dot_layout_LTX_library");
    if (plugin != NULL) return plugin;
  }
  return NULL;
}

static GVC_t *context(void) {
  static GVC_t *made = NULL;
  static lt_symlist_t plugins[2];
  if (made != NULL) return made;
  void *plugin = layered_plugin();
  if (plugin == NULL) {
    say("Graphviz has no plugin dot_layout here");
    return NULL;
  }
  plugins[0].name = "gvplugin_dot_layout_LTX_library";
  plugins[0].address = plugin;
  made = gvContextPlugins(plugins, 0);
  if (made == NULL) say("Graphviz does not start");
  return made;
}

/* ---- From our graph to Graphviz's ----------------------------------------------------------------------- */

static void set(void *object, const char *name, const char *value) {
  agsafeset(object, (char *)name, (char *)value, "");
}

/* As a decimal fraction; the locale is C's by now. */
static void set_number(void *object, const char *name, double value) {
  char text[64];
  snprintf(text, sizeof text, "%.6f", value);
  set(object, name, text);
}

static void set_inches(void *object, const char *name, double points) {
  set_number(object, name, points / 72);
}

static bool build(holdfast_layout *layout, const holdfast_graph *from) {
  Agraph_t *graph = layout->graph = agopen((char *)"", Agdirected, NULL);
  if (graph == NULL) return false;
  agattr(graph, AGNODE, (char *)"shape", (char *)"box");
  agattr(graph, AGNODE, (char *)"fixedsize", (char *)"true");
  /* Texts are ours to draw: Graphviz sees none, and needs no font. */
  agattr(graph, AGNODE, (char *)"label", (char *)"");
  set(graph, "rankdir", from->is_rightwards ? "LR" : "TB");
  set_inches(graph, "nodesep", from->node_gap);
  set_inches(graph, "ranksep", from->layer_gap);
  char name[32];
  for (size_t index = 0; index < from->cluster_count; index++) {
    snprintf(name, sizeof name, "cluster%zu", index);
    layout->clusters[index] = agsubg(graph, name, 1);
    if (layout->clusters[index] == NULL) return false;
    set_number(layout->clusters[index], "margin", from->cluster_margin);
  }
  for (size_t index = 0; index < from->node_count; index++) {
    snprintf(name, sizeof name, "%zu", index);
    Agnode_t *node = layout->nodes[index] = agnode(graph, name, 1);
    if (node == NULL) return false;
    set_inches(node, "width", from->node_sizes[index].x);
    set_inches(node, "height", from->node_sizes[index].y);
    int cluster = from->node_clusters[index];
    if (cluster >= 0) agsubnode(layout->clusters[cluster], node, 1);
  }
  for (size_t index = 0; index < from->edge_count; index++) {
    const int *ends = from->edge_ends + 2 * index;
    layout->edges[index] = agedge(graph, layout->nodes[ends[0]], layout->nodes[ends[1]], NULL, 1);
    if (layout->edges[index] == NULL) return false;
  }
  return true;
}

static holdfast_layout *made(const holdfast_graph *from) {
  GVC_t *graphviz = context();
  if (graphviz == NULL) return NULL;
  holdfast_layout *layout = calloc(1, sizeof *layout);
  if (layout == NULL) return NULL;
  layout->nodes = calloc(from->node_count + 1, sizeof *layout->nodes);
  layout->clusters = calloc(from->cluster_count + 1, sizeof *layout->clusters);
  layout->edges = calloc(from->edge_count + 1, sizeof *layout->edges);
  bool is_built = layout->nodes != NULL && layout->clusters != NULL && layout->edges != NULL && build(layout, from);
  if (is_built && gvLayout(graphviz, layout->graph, "dot") == 0) return layout;
  if (problem[0] == '\0') say("Graphviz can't lay this graph out");
  holdfast_layout_free(layout);
  return NULL;
}

holdfast_layout *holdfast_layout_make(const holdfast_graph *graph) {
  problem[0] = '\0';
  /* Graphviz reads and writes numbers as the locale has them. */
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (plain == (locale_t)0) {
    say("there is no memory for it");
    return NULL;
  }
  locale_t before = uselocale(plain);
  agusererrf printer = agseterrf(keep);
  holdfast_layout *layout = made(graph);
  agseterrf(printer);
  uselocale(before);
  freelocale(plain);
  return layout;
}

void holdfast_layout_free(holdfast_layout *layout) {
  if (layout == NULL) return;
  if (layout->graph != NULL) {
    gvFreeLayout(context(), layout->graph);
    agclose(layout->graph);
  }
  free(layout->nodes);
  free(layout->clusters);
  free(layout->edges);
  free(layout);
}

/* ---- And back ------------------------------------------------------------------------------------------- */

static holdfast_point place(pointf from) {
  holdfast_point to = {from.x, from.y};
  return to;
}

static holdfast_box bounds(boxf from) {
  holdfast_box to = {place(from.LL), place(from.UR)};
  return to;
}

holdfast_box holdfast_layout_bounds(const holdfast_layout *layout) { return bounds(GD_bb(layout->graph)); }

holdfast_point holdfast_layout_node(const holdfast_layout *layout, size_t node) {
  return place(ND_coord(layout->nodes[node]));
}

holdfast_box holdfast_layout_cluster(const holdfast_layout *layout, size_t cluster) {
  return bounds(GD_bb(layout->clusters[cluster]));
}

_Static_assert(sizeof(holdfast_point) == sizeof(pointf) && offsetof(pointf, y) == offsetof(holdfast_point, y),
               "points are alike");

holdfast_curve holdfast_layout_edge(const holdfast_layout *layout, size_t edge) {
  holdfast_curve curve = {NULL, 0, {0, 0}};
  const splines *all = ED_spl(layout->edges[edge]);
  /* More than one piece comes only of options that we don't set. */
  if (all == NULL || all->size < 1 || all->list[0].size < 1) return curve;
  const bezier *piece = &all->list[0];
  curve.points = (const holdfast_point *)piece->list;
  curve.count = (size_t)piece->size;
  curve.tip = place(piece->eflag ? piece->ep : piece->list[piece->size - 1]);
  return curve;
}
