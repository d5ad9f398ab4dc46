/** The works that the method of a report rests on, as bibliographies print them; each was looked up, none is from memory. */
export function references({
  hasIntervals,
  hasDamage,
}: {
  hasIntervals: boolean
  hasDamage: boolean
}): readonly { readonly text: string; readonly url?: string }[] {
  return [
    {
      text: 'Snyder, J. P. (1987). Map Projections: A Working Manual. U.S. Geological Survey Professional Paper 1395.',
    },
    {
      text: 'Edelsbrunner, H. and Mücke, E. P. (1990). Simulation of Simplicity: A Technique to Cope with Degenerate Cases in Geometric Algorithms. ACM Transactions on Graphics 9.',
      url: 'https://arxiv.org/abs/math/9410209',
    },
    {
      text: 'Gaeuman, D., Symanzik, J. and Schmidt, J. C. (2005). A Map Overlay Error Model Based on Boundary Geometry. Geographical Analysis 37.',
      url: 'https://doi.org/10.1111/j.1538-4632.2005.00585.x',
    },
    ...(hasIntervals
      ? [
          {
            text: 'Hyndman, R. J. and Fan, Y. (1996). Sample Quantiles in Statistical Packages. The American Statistician 50, 361–365.',
            url: 'https://doi.org/10.1080/00031305.1996.10473566',
          },
          {
            text: 'Leung, Y., Ma, J.-H. and Goodchild, M. F. (2004). A general framework for error analysis in measurement-based GIS, Part 3: Error analysis in intersections and overlays. Journal of Geographical Systems 6.',
          },
        ]
      : []),
    ...(hasDamage
      ? [
          {
            text: 'Olofsson, P. et al. (2014). Good practices for estimating area and assessing accuracy of land change. Remote Sensing of Environment 148.',
            url: 'https://doi.org/10.1016/j.rse.2014.02.015',
          },
        ]
      : []),
  ]
}
