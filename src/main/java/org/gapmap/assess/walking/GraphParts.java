package org.gapmap.assess.walking;

/**
 * What a graph is made of.
 *
 * @param nodes longitude, latitude of each
 * @param ends two nodes of each edge
 * @param quanta length of each edge, at least one
 * @param street of each edge
 * @param shapeFirst of each edge the place in {@code shape} where its inner points begin; one more
 * @param shape longitude, latitude of inner points
 */
record GraphParts(
    double[] nodes,
    int[] ends,
    int[] quanta,
    int[] street,
    int[] shapeFirst,
    double[] shape,
    SegmentLength lengths) {}
